import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Load, Measured } from './load.ts';
import { percentile } from './percentile.ts';
import { sendings, type Sending } from './sending.ts';

/**
 * Sends so many requests a second, evenly, whatever becomes of those before. The time of an answer counts from the moment its request was due, so
 * that a queue shows.
 *
 * Not autocannon: it sends each second's requests in one burst at the second's beginning, and measures the burst.
 */
export async function measureAtRate(
  { requests, seconds, connections }: Load,
  ratePerSecond: number,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const next = sendings(requests);
  const answers: Promise<Answer>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < seconds * ratePerSecond; sent++) {
    const dueAt = startedAt + (sent * 1_000) / ratePerSecond;
    const early = dueAt - performance.now();
    if (early > 0) await pause(early);
    answers.push(send(next(), agent, dueAt));
  }
  const all = await Promise.all(answers);
  agent.destroy();
  return measuredOf(all, seconds);
}

interface Answer {
  readonly ms: number;
  readonly error?: string;
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

/** Never rejects: what went wrong is the answer. */
function send({ url, headers, body }: Sending, agent: Agent, dueAt: number): Promise<Answer> {
  return new Promise((resolve) => {
    const done = (error?: string) =>
      resolve({ ms: performance.now() - dueAt, ...(error !== undefined && { error }) });
    const sending = request(url, { method: 'POST', agent, headers, timeout: 10_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        done(response.statusCode === 201 ? undefined : `${response.statusCode} ${text}`),
      );
      response.on('error', (error) => done(error.message));
    });
    sending.on('timeout', () => sending.destroy(new Error('no answer within 10 s')));
    sending.on('error', (error) => done(error.message));
    sending.end(body);
  });
}
