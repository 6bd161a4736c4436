import { join } from 'node:path';
import { judge, type CheckerName } from '../check/verdict.ts';
import { countOf } from '../check/violation.ts';
import { gatherFacts } from '../facts/gather.ts';
import { openHistory } from '../history/history.ts';
import { foundAgency } from '../load/agency.ts';
import { putLoadOn } from '../load/clients.ts';
import { randomOf } from '../random.ts';
import { quiet } from '../settle.ts';
import type { Stage } from '../stage.ts';
import { until } from '../../story/api.ts';
import type { Ground, Plant } from './plant.ts';

/** What became of a planted bug. */
export interface Tried {
  readonly plant: Plant;
  /** What each checker that found something has counted. */
  readonly found: Readonly<Partial<Record<CheckerName, number>>>;
  readonly caught: boolean;
}

const neededWithinMs = 60_000;
const clients = 4;
/** Nearly everything is asked twice, so that few requests are enough. */
const twiceOneIn = 2;
const capacities = [6, 500];
/** What a bug holds up for ever is not waited for long. */
const drainWithinMs = 6_000;

/**
 * What every bug may be planted in: a payment, and several orders that gave their seats back, so that one of them did while others stood (a
 * departure never has more free seats than seats).
 */
const aLittleOfAll = `select from booking.orders where agency_id = $1 and state = 'cancelled'
  and exists (select from finance.payments where agency_id = $1) offset 4`;

/** The load goes on until there is what the bug is planted in. */
async function untilThere({ books, agency }: Ground, { needs = aLittleOfAll }: Plant): Promise<void> {
  for (const wanted of [aLittleOfAll, needs]) {
    const look = async () => ((await books.run(wanted, [agency.id])).length > 0 ? true : undefined);
    await until(`what the bug needs: ${wanted}`, look, neededWithinMs);
  }
}

/** Puts a little load on an agency of its own, plants a bug there and lets all checkers look. */
export async function tryPlant(stage: Stage, plant: Plant, seed: number): Promise<Tried> {
  const history = openHistory(join(stage.directory, `history-${plant.name}.jsonl`));
  const watched = { ...stage, history, drainWithinMs };
  const agency = await foundAgency(stage.system, capacities);
  const ground = { ...watched, agency };
  const before = plant.when === 'before' ? await plant.put(ground) : undefined;
  const over = new AbortController();
  const { origin } = stage.system;
  const random = randomOf(seed).of(plant.name);
  const load = putLoadOn({ origin, agency, history, random, clients, twiceOneIn, signal: over.signal });
  try {
    await untilThere(ground, plant);
  } finally {
    over.abort();
    await load;
  }
  await quiet(watched, agency, { withinMs: drainWithinMs });
  const lift = before ?? (await plant.put(ground));
  const verdict = judge(await gatherFacts(watched, agency, { samples: [], limitSamples: [] }));
  await lift();
  const found = Object.fromEntries(
    Object.entries(verdict).flatMap(([name, list]) => (list.length > 0 ? [[name, countOf(list)]] : [])),
  );
  return { plant, found, caught: verdict[plant.caughtBy].length > 0 };
}
