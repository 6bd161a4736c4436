import { withBareWay, type Ground } from '../bare/way.ts';
import { createFloor } from '../floor/floor.ts';
import type { Measured } from '../measure/load.ts';
import { phase, type Target } from '../measure/phase.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { peopleOf, prepareAgency, signInAll } from './agency.ts';
import { placings, throughGateway, toFloor } from './orders.ts';
import { promise, rateOf, resultOf, summaryOf, verdict } from './result.ts';

const connections = 32;
/** Of each way, in turns: what the host does to the one it does to the other. */
const rounds = [1, 2];
const roundSeconds = 7.5;
const halfRateSeconds = 15;

/** S1: placing an order through the gateway, against a floor that stores the same rows in one round trip. */
export async function placeOrders(stage: Stage): Promise<Outcome> {
  const { system, tell } = stage;
  tell(`S1: placing orders through the gateway at ${system.origin}, measured with ${stage.tool.name}`);
  tell('The floor: bare Fastify and pg, the same rows in the same database in one statement, no checks');
  tell(
    'The bare whole: the floor behind a bare hop, a bare relay to NATS, six bare programs that note each event',
  );
  const agency = await prepareAgency(system);
  const orders = placings(agency);
  tell(
    `Agency ${agency.code}: ${agency.branches.length} branches, ${peopleOf(agency).length} people who sell`,
  );
  const floor = await createFloor(system.databaseUrl, agency);
  try {
    return await measureAll({
      stage,
      gateway: async () => throughGateway(orders, system.origin, await signInAll(system, agency)),
      toFloor: (url) => () => Promise.resolve(toFloor(orders, url)),
      ground: { ...system, floorUrl: floor.url },
    });
  } finally {
    await floor.remove();
  }
}

/** What is measured, and against what. */
interface Ways {
  readonly stage: Stage;
  readonly gateway: Target;
  /** The same orders for a program that takes them as the floor does. */
  readonly toFloor: (url: string) => Target;
  readonly ground: Ground;
}

async function measureAll({ stage, gateway, ...bare }: Ways): Promise<Outcome> {
  const saturated: Record<'gateway' | 'floor' | 'bare', Measured[]> = { gateway: [], floor: [], bare: [] };
  for (const round of rounds) {
    const of = `round ${round} of ${rounds.length}`;
    const flatOut = (what: string, target: Target) =>
      phase(stage, `${what}, ${connections} connections, ${of}`, target, {
        connections,
        seconds: roundSeconds,
      });
    saturated.gateway.push(await flatOut('gateway', gateway));
    saturated.floor.push(await flatOut('floor', bare.toFloor(bare.ground.floorUrl)));
    saturated.bare.push(await withBareWay(bare.ground, (url) => flatOut('bare whole', bare.toFloor(url))));
  }
  if ([...saturated.floor, ...saturated.bare].some(({ errors }) => errors > 0))
    throw new Error('the bare programs had errors');
  const ratePerSecond = rateOf(saturated.gateway) / 2;
  const atHalfRate = (what: string, target: Target) =>
    phase(stage, `${what}, ${ratePerSecond.toFixed(1)} orders/s`, target, {
      ...{ connections, ratePerSecond, seconds: halfRateSeconds },
      promised: { p99Ms: promise.p99Ms },
    });
  const half = {
    gateway: await atHalfRate('gateway', gateway),
    bare: await withBareWay(bare.ground, (url) => atHalfRate('bare whole', bare.toFloor(url))),
  };
  const errors = [...saturated.gateway, half.gateway].reduce((sum, one) => sum + one.errors, 0);
  const result = resultOf(saturated, half, errors);
  stage.tell(verdict(result));
  return { result, errors, summary: summaryOf(result) };
}
