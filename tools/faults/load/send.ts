import { setTimeout as pause } from 'node:timers/promises';
import type { Attempt, Outcome } from '../history/operation.ts';
import type { Account } from './account.ts';
import type { Asked } from './operations.ts';

export interface Sending {
  readonly origin: string;
  readonly account: Account;
  readonly asked: Asked;
  readonly key: string;
  /** Milliseconds since the run began. */
  readonly now: () => number;
}

export interface Sent {
  readonly outcome: Outcome;
  readonly attempts: readonly Attempt[];
  /** Of the answer that settled it. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/** A client waits this long for an answer, and asks again this long in all. */
const patience = { attemptMs: 5_000, allMs: 20_000 };
const firstPauseMs = 100;
const longestPauseMs = 1_000;

interface Reply {
  readonly status: number;
  readonly said: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Sends a request, and again with the same Idempotency-Key while no certain answer comes: as a client should (docs/integration.md). `failed` is only
 * what was refused and cannot have happened; once an attempt has remained without an answer a later refusal is no proof, for the earlier one may
 * still arrive.
 */
export async function send(sending: Sending): Promise<Sent> {
  const { account, now } = sending;
  const attempts: Attempt[] = [];
  const until = now() + patience.allMs;
  let mayHaveHappened = false;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const startedAtMs = now();
    const { status, said, body } = await attempt(sending);
    attempts.push({ startedAtMs, endedAtMs: now(), status, said });
    if (status >= 200 && status < 300) return { outcome: 'ok', attempts, answer: body };
    if (isRefusal(status)) return { outcome: mayHaveHappened ? 'unknown' : 'failed', attempts, answer: body };
    mayHaveHappened ||= !(status === 401 || status === 429 || said === 'ECONNREFUSED');
    if (now() > until) return { outcome: mayHaveHappened ? 'unknown' : 'failed', attempts, answer: {} };
    await pause(pauseMs);
    if (status === 401) await account.renew().catch(() => undefined); // then the next attempt is refused as well
  }
}

const isRefusal = (status: number) => status >= 400 && status < 500 && status !== 401 && status !== 429;

async function attempt({ origin, account, asked, key }: Sending): Promise<Reply> {
  const { method, path, body, version } = asked;
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${account.token()}`,
        'idempotency-key': key,
        ...(body && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience.attemptMs),
    });
    const answer = (await response.json()) as Record<string, unknown>; // every answer of the API is an object
    return {
      status: response.status,
      said: typeof answer['code'] === 'string' ? answer['code'] : '',
      body: answer,
    };
  } catch (error) {
    return { status: 0, said: causeOf(error), body: {} };
  }
}

/** `ECONNREFUSED`, `UND_ERR_SOCKET`, `TimeoutError`, … */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : undefined;
  return typeof code === 'string' ? code : error.name;
}
