import { randomUUID } from 'node:crypto';
import type { RequestKind } from './load.ts';

/** A request as it goes out. */
export interface Sending {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The status of the answer it should get. */
  readonly expected: number;
  readonly name: string | undefined;
}

/** Gives one request after the other: the kinds take turns, each that makes something has its own Idempotency-Key and body. */
export function sendings(kinds: readonly RequestKind[]): () => Sending {
  const run = randomUUID();
  let sent = 0;
  return () => {
    const kind = kinds[sent % kinds.length];
    if (!kind) throw new Error('there is nothing to send');
    const key = `${run}-${sent++}`;
    return kind.body === undefined ? asked(kind) : posted(kind, kind.body, key);
  };
}

const asked = ({ url, token, name }: RequestKind): Sending => ({
  ...{ method: 'GET', url, name, body: '', expected: 200 },
  headers: { authorization: `Bearer ${token}` },
});

const posted = (
  { url, token, name }: RequestKind,
  body: Readonly<Record<string, unknown>>,
  key: string,
): Sending => ({
  ...{ method: 'POST', url, name, expected: 201 },
  headers: {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  },
  body: JSON.stringify({ ...body, note: key }),
});
