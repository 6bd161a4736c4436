import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Load, Measured } from './load.ts';
import { percentile } from './percentile.ts';
import { post, type Answer } from './post.ts';
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
    return await paced({ seconds, ratePerSecond }, (dueAt) => post(next(), agent, dueAt));
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
  const placed = answers.filter(({ error }) => error === undefined).map(({ ms }) => ms);
  const firstError = answers.find(({ error }) => error !== undefined)?.error;
  return {
    rate: placed.length / seconds,
    p50Ms: percentile(placed, 0.5),
    p99Ms: percentile(placed, 0.99),
    errors: answers.length - placed.length,
    ...(firstError !== undefined && { firstError }),
  };
}
