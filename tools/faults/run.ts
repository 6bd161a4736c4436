import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { longestGaps, type Gaps } from './check/gaps.ts';
import { lineOf, type Line } from './check/line.ts';
import { judge, type Verdict } from './check/verdict.ts';
import { gatherFacts } from './facts/gather.ts';
import type { Facts, LimitSample, SeatSample } from './facts/facts.ts';
import { foundAgency, type LoadedAgency } from './load/agency.ts';
import { callOff } from './load/call-off.ts';
import { watchAvailability, type Answers } from './load/availability.ts';
import { place } from './load/operations.ts';
import { putLoadOn } from './load/clients.ts';
import { randomOf } from './random.ts';
import { strikeAll } from './schedule/nemesis.ts';
import { scheduleOf } from './schedule/schedule.ts';
import type { Stage } from './stage.ts';

export interface Struggle {
  readonly seed: number;
  readonly durationMs: number;
  readonly clients: number;
  /** Of one fault with its recovery; see schedule.ts. */
  readonly slotMs?: number;
  /** A line for people. */
  readonly tell: (line: string) => void;
}

export interface Result {
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly gaps: Gaps;
  readonly line: Line;
}

/** Small departures are sold out and fought for, large ones take what comes. */
const capacities = [20, 60, 10_000, 10_000, 10_000, 10_000, 200, 200, 200, 200];
/** The last of them are called off while they are sold. */
const doomed = 4;

/** Loads the system, strikes it as the seed says, lets it recover, and judges it from outside. */
export async function struggle(stage: Stage, options: Struggle): Promise<Result> {
  const { history, system } = stage;
  const { seed, durationMs, slotMs, tell } = options;
  const faults = scheduleOf({ seed, durationMs, targets: system.targets, ...(slotMs && { slotMs }) });
  writeFileSync(join(stage.directory, 'schedule.json'), JSON.stringify({ seed, faults }, null, 2));
  const agency = await foundAgency(system, capacities, doomed);
  // As in a system that has run for some minutes: the first crash after the migrations would bring all their files to disk.
  await stage.books.run('checkpoint');
  const over = new AbortController();
  tell(`Loading it with ${options.clients} clients, and striking it ${faults.length} times`);
  const load = { origin: system.origin, agency, history, clients: options.clients, signal: over.signal };
  const loading = Promise.all([
    putLoadOn({ ...load, random: randomOf(seed) }),
    callOff({ ...load, everyMs: durationMs / (doomed + 1) }),
    watchAvailability({ system, agency, history, signal: over.signal }),
    sample(stage, agency, over.signal),
  ]);
  try {
    await Promise.all([strikeAll(system, faults, history), pause(durationMs)]);
  } finally {
    over.abort();
  }
  const loadEndedAtMs = history.now();
  const [, , answers, samples] = await loading;
  const [loadAverage = 0] = loadavg();
  tell(`Letting it recover; ${history.operations.length} operations so far`);
  const facts = await gatherFacts(stage, agency, samples);
  const gaps = longestGaps(facts.faults, workedOf(facts, answers), loadEndedAtMs);
  const verdict = judge(facts);
  return { facts, verdict, gaps, line: lineOf({ seed, facts, verdict, gaps, loadAverage }) };
}

const sampleEveryMs = 250;

/** Looks at all seats in one state of the database, and at all limits, over and over; while PostgreSQL is gone there is nothing to see. */
async function sample({ books, history }: Stage, { id }: LoadedAgency, signal: AbortSignal) {
  const samples: SeatSample[] = [];
  const limitSamples: LimitSample[] = [];
  while (!signal.aborted) {
    samples.push(...(await books.seats(id, history.now()).catch(() => [])));
    limitSamples.push(...(await books.limits(id, history.now()).catch(() => [])));
    await pause(sampleEveryMs);
  }
  return { samples, limitSamples };
}

/** Besides the services' answers: when events were stored in the stream, and orders placed. */
function workedOf({ events, operations }: Facts, answers: Answers): Map<string, readonly number[]> {
  const inOrder = (times: number[]) => times.toSorted((left, right) => left - right);
  const placed = operations.filter(({ event, outcome }) => event === place.event && outcome === 'ok');
  return new Map([
    ...answers,
    ['events', inOrder(events.map(({ storedAtMs }) => storedAtMs))],
    ['orders', inOrder(placed.map(({ endedAtMs }) => endedAtMs))],
  ]);
}
