import type { Pool, PoolClient } from 'pg';
import type { Alarm } from './alarm.ts';
import type { Log } from './log.ts';

export interface Turns {
  /** Connections of the worker role. */
  readonly workers: Pool;
  /** Of the work, in the whole database: replicas that name the same take turns. */
  readonly name: string;
  readonly alarm: Alarm;
  readonly log: Log;
  /** Runs while the lock is held; it ends when the alarm is stopped. */
  readonly work: (client: PoolClient) => Promise<void>;
}

/**
 * Does work that one replica at a time may do: the one that holds the work's advisory lock; the others wait for it. Resolves when the alarm is
 * stopped; a failure begins the work anew.
 */
export async function takeTurns(turns: Turns): Promise<void> {
  const { alarm, log, name } = turns;
  const state = { connected: false };
  while (!alarm.stopped) {
    try {
      await holdLock(turns, state);
    } catch (error) {
      if (!state.connected) log.info({ err: error }, `${name} waits for its database`);
      else if (!alarm.stopped) log.warn({ err: error }, `${name} starts again`);
    }
    await alarm.wait(500);
  }
}

async function holdLock({ workers, name, work }: Turns, state: { connected: boolean }): Promise<void> {
  const client = await workers.connect();
  state.connected = true;
  let broken: Error | undefined;
  client.on('error', (error) => {
    broken = error;
  });
  try {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtext($1)) as held',
      [name],
    );
    if (rows[0]?.held) await work(client);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(`${name} failed`, { cause: error });
    throw error;
  } finally {
    // Ending the connection gives the session's lock back in every case.
    client.release(broken ?? true);
  }
}

/**
 * Makes a connection one that hands over what is stored, by statements that are the same all day.
 *
 * What is noted on it does not wait for the disk: it only notes what has been handed over. Where PostgreSQL is killed before the note is written, the
 * same is handed over again, as after a crash of the worker itself. Events are known by their message's id, audit records by their own.
 *
 * Its statements are planned once: over tables in parts PostgreSQL plans longer than it runs. What waits is always read in the order of its index, also
 * where a plan is made while the table is still empty.
 */
export async function handsOver(client: PoolClient): Promise<void> {
  await client.query(
    'set synchronous_commit = off; set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off',
  );
}
