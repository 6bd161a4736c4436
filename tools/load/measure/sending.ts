import { randomUUID } from 'node:crypto';
import type { RequestKind } from './load.ts';

/** A request as it goes out. */
export interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Gives one request after the other: the kinds take turns, each request has its own Idempotency-Key and body. */
export function sendings(kinds: readonly RequestKind[]): () => Sending {
  const run = randomUUID();
  let sent = 0;
  return () => {
    const kind = kinds[sent % kinds.length];
    if (!kind) throw new Error('there is nothing to send');
    const key = `${run}-${sent++}`;
    return {
      url: kind.url,
      headers: {
        authorization: `Bearer ${kind.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ ...kind.body, note: key }),
    };
  };
}
