import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { untilCalm } from '../machine/calm.ts';
import { describeCosts, readCosts } from '../machine/costs.ts';
import { describeBetween, readTicks } from '../machine/processor.ts';
import { percentile } from '../measure/percentile.ts';
import { prepareAgency } from '../s1/agency.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { Applied, nowMs } from './applied.ts';
import { resultOf, summaryOf, verdict } from './result.ts';
import { commitEvents, type Told } from './told.ts';

const seconds = 15;
const tickMs = 2;
const leadInSeconds = 3;
const backlogEvents = 10_000;
const withinMs = 120_000;

interface Clients {
  readonly commits: pg.Client;
  readonly looks: pg.Client;
}

/** S3: from the commit of an event to its effect in another service, at two rates and out of a backlog. */
export async function eventLatency(stage: Stage): Promise<Outcome> {
  const { system, tell } = stage;
  tell('S3: from the commit in booking to the effect in notifications, while five services take each event');
  const { id: agencyId, branches } = await prepareAgency(system);
  const [branch] = branches;
  const told = { agencyId, branchId: branch?.id ?? '', authorId: branch?.sales[0]?.userId ?? '' };
  const clients = {
    commits: new pg.Client({ connectionString: system.databaseUrl }),
    looks: new pg.Client({ connectionString: system.databaseUrl }),
  };
  await Promise.all(Object.values(clients).map((client) => client.connect()));
  try {
    await atRate(stage, clients, told, 200, seconds); // warms up: what has just been started is slower
    const at200 = await atRate(stage, clients, told, 200, seconds);
    const at1000 = await atRate(stage, clients, told, 1_000, seconds);
    const result = resultOf({ at200, at1000 }, await outOfBacklog(stage, clients, told));
    tell(verdict(result));
    return { result, errors: result.errors, summary: summaryOf(result) };
  } finally {
    await Promise.all(Object.values(clients).map((client) => client.end()));
  }
}

/** @returns the latencies in milliseconds */
async function atRate(
  { system, tell }: Stage,
  { commits, looks }: Clients,
  told: Told,
  rate: number,
  forSeconds: number,
): Promise<readonly number[]> {
  await untilCalm(system.services);
  const applied = new Applied(looks, told.agencyId);
  const [before, costsBefore] = [readTicks(), readCosts()];
  await applied.follow(commitAtRate(commits, told, applied, rate, forSeconds), withinMs);
  const { latencies } = applied;
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(latencies, share).toFixed(1));
  tell(
    `${rate}/s for ${forSeconds} s: ${latencies.length} events, p50 ${p50} ms, p99 ${p99} ms (${describeBetween(before, readTicks())})`,
  );
  tell(`  ${describeCosts(costsBefore, readCosts(), rate * (leadInSeconds + forSeconds))}`);
  return latencies;
}

/**
 * By the clock, not by the answers, and each from the moment that stands in the event. Nobody tells booking's relay of these commits, as booking
 * tells it of its own, so it looks for them seldom until the first have come: what is committed by then, and until what has gathered meanwhile is on
 * its way, is not counted.
 */
async function commitAtRate(
  client: pg.Client,
  told: Told,
  applied: Applied,
  rate: number,
  forSeconds: number,
): Promise<void> {
  const startedAt = performance.now();
  const all = rate * (leadInSeconds + forSeconds);
  for (let sent = 0; sent < all;) {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * rate) - sent;
    const count = Math.min(due, all - sent);
    if (count > 0) {
      const at = nowMs();
      const ids = await commitEvents(client, told, count);
      if (sent >= rate * leadInSeconds) applied.expect(ids, at);
    }
    sent += Math.max(count, 0);
    await pause(tickMs);
  }
}

/** What waits for a service that was away: the others have taken it already. */
async function outOfBacklog({ system, tell }: Stage, { commits, looks }: Clients, told: Told) {
  await untilCalm(system.services);
  const applied = new Applied(looks, told.agencyId);
  const { pid } = system.notifications;
  process.kill(pid, 'SIGSTOP');
  try {
    applied.expect(await commitEvents(commits, told, backlogEvents), nowMs());
    await published(commits, told.agencyId);
    await untilCalm(system.services.filter((one) => one.pid !== pid));
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  const startedAt = nowMs();
  const seconds = ((await applied.follow(Promise.resolve(), withinMs)) - startedAt) / 1_000;
  tell(`notifications goes on after ${backlogEvents} events it was stopped for: ${seconds.toFixed(1)} s`);
  return { events: backlogEvents, seconds };
}

async function published(client: pg.Client, agencyId: string): Promise<void> {
  const waiting =
    'select exists (select from booking.outbox where agency_id = $1 and published_at is null and not_before <= now()) as waits';
  for (;;) {
    const { rows } = await client.query<{ waits: boolean }>(waiting, [agencyId]);
    if (rows[0]?.waits === false) return;
    await pause(100);
  }
}
