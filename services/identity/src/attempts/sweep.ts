import type { Database } from '@yitu/persistence';

const everyMs = 600_000;

/** Takes away what is counted and kept for signing in, for coming in and for new addresses and passwords once it is of no more use; of all agencies, in a function of the database's owner. */
export const sweepSignIns = async ({ pool }: Pick<Database, 'pool'>): Promise<void> => {
  await pool.query('select identity.sweep_sign_ins(), identity.sweep_requests()');
};

/** Sweeps now and then while the service runs. @returns ends it */
export function keepSwept(database: Database, onFault: (error: unknown) => void): () => void {
  const timer = setInterval(() => void sweepSignIns(database).catch(onFault), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
