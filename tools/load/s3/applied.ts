import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** How often the effects are looked for: every latency is overstated by up to this. */
const lookMs = 4;
/** So many are looked for at once, those first that wait longest: looking must not cost more the longer the queue is. */
const looksForAtMost = 128;

/**
 * Follows when the effects of events become visible in the database of the service that reacts to them: inbox rows are stored in the same transaction.
 * The one that is looked at is notifications, which tells reviewers of an order.
 */
export class Applied {
  readonly #client: pg.ClientBase;
  readonly #agencyId: string;
  readonly #waiting = new Map<string, number>();
  readonly #latencies: number[] = [];

  constructor(client: pg.ClientBase, agencyId: string) {
    this.#client = client;
    this.#agencyId = agencyId;
  }

  /** From now on these are waited for. @param at of `performance.now()`, before their transaction began */
  expect(ids: readonly string[], at: number): void {
    for (const id of ids) this.#waiting.set(id, at);
  }

  /** Milliseconds from before the commit until the effect was seen, of every event so far. */
  get latencies(): readonly number[] {
    return this.#latencies;
  }

  /**
   * Looks until `done` and everything expected has been seen. @returns the moment of the last
   * @throws when something is not seen within `withinMs` after `done`
   */
  async follow(done: Promise<unknown>, withinMs: number): Promise<number> {
    const state = { deadline: Infinity };
    void done.finally(() => (state.deadline = performance.now() + withinMs));
    let last = performance.now();
    while (state.deadline === Infinity || this.#waiting.size > 0) {
      if (performance.now() > state.deadline)
        throw new Error(
          `${this.#waiting.size} events have had no effect ${withinMs} ms after the last commit`,
        );
      if (await this.#look()) last = performance.now();
      await pause(lookMs);
    }
    await done;
    return last;
  }

  async #look(): Promise<boolean> {
    if (this.#waiting.size === 0) return false;
    const { rows } = await this.#client.query<{ id: string }>({
      name: 's3-applied',
      text: `select event_id as id from notifications.inbox
             where agency_id = $1 and occurred_at > now() - interval '10 minutes' and event_id = any ($2::uuid[])`,
      values: [this.#agencyId, this.#waiting.keys().take(looksForAtMost).toArray()],
    });
    const now = performance.now();
    for (const { id } of rows) {
      this.#latencies.push(now - (this.#waiting.get(id) ?? now));
      this.#waiting.delete(id);
    }
    return rows.length > 0;
  }
}
