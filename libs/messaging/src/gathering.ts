import { markGathered, waitingRecords } from '@yitu/persistence';
import type { PoolClient } from 'pg';
import { Alarm } from './alarm.ts';
import { auditSubject, packRecords } from './audit-message.ts';
import type { Connected } from './bus.ts';
import type { RelayOptions } from './relay.ts';
import { handsOver, takeTurns } from './turns.ts';

const batchSize = 500;
/** Waits between two looks: never without one, so that records come together in few messages and the changes they are of keep the machine. */
const waits = { shortestMs: 250, longestMs: 1_000 };

/**
 * Hands a service's audit records over to identity, by the stream AUDIT. One replica at a time does it. A record is marked after JetStream has
 * stored it, so a crash in between sends it again; identity knows it by its id.
 */
export function startGathering(options: Omit<RelayOptions, 'clock'>): { stop(): Promise<void> } {
  const alarm = new Alarm();
  const running = takeTurns({
    ...options,
    name: `yitu.gathering.${options.service}`,
    alarm,
    work: (client) => gatherUntilStopped(options, client, alarm),
  });
  return {
    stop: async () => {
      alarm.stop();
      await running;
    },
  };
}

type Options = Omit<RelayOptions, 'clock'>;

async function gatherUntilStopped(options: Options, client: PoolClient, alarm: Alarm): Promise<void> {
  const connected = await Promise.race([options.bus.connected, alarm.untilStopped()]);
  if (!connected) return;
  await handsOver(client);
  let waitMs: number = waits.shortestMs;
  while (!alarm.stopped) {
    const gathered = await gatherBatch(options, connected, client);
    waitMs = gathered > 0 ? waits.shortestMs : Math.min(waitMs * 2, waits.longestMs);
    if (gathered < batchSize) await alarm.wait(waitMs);
  }
}

/** @returns how many records were handed over */
async function gatherBatch(
  { service, metrics }: Options,
  { streams }: Connected,
  client: PoolClient,
): Promise<number> {
  const records = await waitingRecords(client, service, batchSize);
  if (records.length === 0) return 0;
  await Promise.all(
    packRecords(records).map(async ({ agencyId, text }) => {
      const startedAt = performance.now();
      const subject = auditSubject(agencyId, service);
      // No message id: two batches that begin alike need not be the same.
      await streams.publish(subject, text, { timeout: 5_000 });
      metrics.published({ subject }, (performance.now() - startedAt) / 1_000);
    }),
  );
  await markGathered(client, service, records);
  return records.length;
}
