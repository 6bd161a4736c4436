import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** How often it is asked whether all effects are there: seldom, what is asked is taken from what is measured. */
const askMs = 1_000;

/**
 * Tells when the effects of events were committed in the database of the service that reacts to them: inbox rows are stored in the same transaction,
 * and PostgreSQL notes when each transaction was committed. That is just before the commit waits for its disk.
 * The service that is looked at is notifications, which tells reviewers of an order.
 */
export class Applied {
  readonly #client: pg.ClientBase;
  readonly #agencyId: string;
  readonly #expected = new Map<string, number>();
  #latencies: readonly number[] = [];

  constructor(client: pg.ClientBase, agencyId: string) {
    this.#client = client;
    this.#agencyId = agencyId;
  }

  /** From now on these are waited for. @param at milliseconds since 1970, before their transaction began */
  expect(ids: readonly string[], at: number): void {
    for (const id of ids) this.#expected.set(id, at);
  }

  /** Milliseconds from before the commit until that of the effect, of every event, once all were followed. */
  get latencies(): readonly number[] {
    return this.#latencies;
  }

  /**
   * Waits until everything expected by the end of `done` has had its effect. @returns the moment of the last, in milliseconds since 1970
   * @throws when something has had none `withinMs` after `done`
   */
  async follow(done: Promise<unknown>, withinMs: number): Promise<number> {
    await done;
    const deadline = performance.now() + withinMs;
    for (;;) {
      const effects = await this.#effects();
      const missing = this.#expected.size - effects.length;
      if (missing === 0) {
        this.#latencies = effects.map(({ id, at }) => at - (this.#expected.get(id) ?? at));
        return effects.reduce((last, { at }) => Math.max(last, at), 0);
      }
      if (performance.now() > deadline)
        throw new Error(`${missing} events have had no effect ${withinMs} ms after the last commit`);
      await pause(askMs);
    }
  }

  async #effects(): Promise<{ id: string; at: number }[]> {
    const { rows } = await this.#client.query<{ id: string; at: number }>({
      name: 's3-applied',
      text: `select event_id as id, extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at from notifications.inbox
             where agency_id = $1 and occurred_at > now() - interval '10 minutes' and event_id = any ($2::uuid[])`,
      values: [this.#agencyId, [...this.#expected.keys()]],
    });
    return rows;
  }
}

/** Now, in milliseconds since 1970 with their fractions. */
export const nowMs = (): number => Number(Temporal.Now.instant().epochNanoseconds) / 1e6;
