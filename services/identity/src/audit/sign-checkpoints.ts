import type { Clock } from '@yitu/kernel';
import { Alarm, takeTurns, type Log } from '@yitu/messaging';
import type { Foundation } from '@yitu/runtime';
import { lineHash, type CheckpointKeys } from './checkpoint.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import { genesis } from './entry.ts';

export interface Signing {
  readonly keys: CheckpointKeys;
  readonly store: CheckpointStore;
  /** A chain that has grown is signed after this many seconds, or after this many entries, whichever comes first. */
  readonly every: { readonly seconds: number; readonly entries: number };
}

const lookMs = 1_000;

type Client = Parameters<Parameters<typeof takeTurns>[0]['work']>[0];

/** Signs the heads of all agencies' chains at intervals, by one replica at a time. */
export function startSigning(
  { workers, clock, log }: Pick<Foundation, 'workers' | 'clock'> & { log: Log },
  signing: Signing,
): { stop(): Promise<void> } {
  const alarm = new Alarm();
  const work = async (client: Client) => {
    while (!alarm.stopped) {
      await signHeads(client, clock, signing);
      await alarm.wait(lookMs);
    }
  };
  const running = takeTurns({ workers, alarm, log, name: 'yitu.audit-checkpoints', work });
  return {
    stop: async () => {
      alarm.stop();
      await running;
    },
  };
}

/** Signs every head that is due. @returns how many there were */
async function signHeads(client: Client, clock: Clock, signing: Signing): Promise<number> {
  const { rows } = await client.query<{ agencyId: string; count: string; hash: string }>(
    `select agency_id as "agencyId", count::text, encode(hash, 'hex') as hash from identity.audit_heads
     where count > signed_count and (signed_at is null or signed_at <= now() - make_interval(secs => $1) or count - signed_count >= $2)`,
    [signing.every.seconds, signing.every.entries],
  );
  for (const { agencyId, count, hash } of rows) {
    const before = (await signing.store.newest(agencyId)).findLast((line) => signing.keys.open(line));
    const line = signing.keys.sign({
      agencyId,
      sequence: Number(count),
      hash,
      signedAt: clock.now().toString(),
      previous: before === undefined ? genesis : lineHash(before),
    });
    // Kept outside first: the copy in the database tells a verification that a checkpoint outside has gone.
    await signing.store.append(agencyId, line);
    await client.query(
      'update identity.audit_heads set checkpoint = $2, signed_count = $3, signed_at = now() where agency_id = $1',
      [agencyId, line, count],
    );
  }
  return rows.length;
}
