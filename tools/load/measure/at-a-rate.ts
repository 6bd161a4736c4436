import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Load, Measured, Times } from './load.ts';
import { percentile } from './percentile.ts';
import { send, type Answer } from './send.ts';
import { sendings } from './sending.ts';

/**
 * Sends so many requests a second, evenly.
 *
 * Not autocannon: it sends each second's requests in one burst at the second's beginning, and measures the burst.
 */
export async function measureAtRate(
  { requests, seconds, connections }: Load,
  ratePerSecond: number,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const next = sendings(requests);
  try {
    return await paced({ seconds, ratePerSecond }, (dueAt) => send(next(), agent, dueAt));
  } finally {
    agent.destroy();
  }
}

/**
 * Does something so many times a second, evenly, whatever becomes of those before. The time of an answer counts from the moment it was due, so that
 * a queue shows.
 */
export async function paced(
  { seconds, ratePerSecond }: { readonly seconds: number; readonly ratePerSecond: number },
  send: (dueAt: number) => Promise<Answer>,
): Promise<Measured> {
  const answers: Promise<Answer>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < seconds * ratePerSecond; sent++) {
    const dueAt = startedAt + (sent * 1_000) / ratePerSecond;
    const early = dueAt - performance.now();
    if (early > 0) await pause(early);
    answers.push(send(dueAt));
  }
  return measuredOf(await Promise.all(answers), seconds);
}

function measuredOf(answers: readonly Answer[], seconds: number): Measured {
  const good = answers.filter(({ error }) => error === undefined);
  const times = good.map(({ ms }) => ms);
  const firstError = answers.find(({ error }) => error !== undefined)?.error;
  const named = Map.groupBy(
    good.filter(({ name }) => name !== undefined),
    ({ name }) => name ?? '',
  );
  return {
    rate: good.length / seconds,
    ...timesOf(times),
    p99Ms: percentile(times, 0.99),
    errors: answers.length - good.length,
    ...(named.size > 0 && { kinds: kindsOf(named) }),
    ...(firstError !== undefined && { firstError }),
  };
}

const kindsOf = (named: ReadonlyMap<string, readonly Answer[]>): Record<string, Times> =>
  Object.fromEntries([...named].map(([name, answers]) => [name, timesOf(answers.map(({ ms }) => ms))]));

const timesOf = (times: readonly number[]): Times => ({
  p50Ms: percentile(times, 0.5),
  p95Ms: percentile(times, 0.95),
});
