import { boundStatement, type BoundStatement } from './bound-statement.ts';

/**
 * Rows that wait for others of the same statement: a batch of messages stores what follows from them by a few statements instead of some for each. What
 * is sent otherwise goes after them; two rows of the same thing, by the same statement or another, keep their order.
 */
export class GatheredRows {
  readonly #send: (statement: BoundStatement) => void;
  readonly #waiting = new Map<string, Map<string, object>>();

  constructor(send: (statement: BoundStatement) => void) {
    this.#send = send;
  }

  /** @param sql stores the rows of its only `?`, a JSON array @param key of the thing the row is about */
  add(sql: string, row: object, key: string): void {
    if ([...this.#waiting.values()].some((rows) => rows.has(key))) this.send();
    const rows = this.#waiting.get(sql) ?? new Map<string, object>();
    rows.set(key, row);
    this.#waiting.set(sql, rows);
  }

  send(): void {
    if (this.#waiting.size === 0) return;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [sql, rows] of waiting) this.#send(boundStatement(sql, [json([...rows.values()])]));
  }
}

/** JSON in which whole numbers beyond what JSON can tell are texts. */
export const json = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
