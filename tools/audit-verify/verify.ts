import type { ClientBase } from 'pg';
import type { CheckpointKeys } from '../../services/identity/src/audit/checkpoint.ts';
import type { CheckpointStore } from '../../services/identity/src/audit/checkpoint-store.ts';
import { readCheckpoints, walkChain, type Fault } from '../../services/identity/src/audit/verify-chain.ts';
import { compareRecords, unfoundedEntries, type Difference } from './compare-records.ts';
import { readEntries, readHead } from './read-entries.ts';

/** What a verification stands on. */
export interface Grounds {
  /** Within a transaction that sees one state: repeatable read. */
  readonly client: ClientBase;
  readonly store: CheckpointStore;
  readonly keys: CheckpointKeys;
  /** Whether the services' own records can be read. */
  readonly records: boolean;
  /** Entries before this one are taken as the last checkpoint before it says. */
  readonly from?: number;
}

/** What was found about one agency. */
export interface Verification {
  /** Entries that were looked at. */
  readonly entries: number;
  readonly checkpoints: number;
  /** The last entry a checkpoint covers. */
  readonly signedUpTo: number;
  /** When that was; null without a checkpoint. */
  readonly signedAt: string | null;
  /** Entries after it: what is done to these is not found yet. */
  readonly unsigned: number;
  /** Records that have not been gathered yet. */
  readonly waiting: number;
  readonly faults: readonly (Fault | Difference)[];
}

/**
 * Verifies the chain of one agency.
 * @param lines of its checkpoints, read before the transaction began: one that came later covers what the transaction does not see
 */
export async function verifyAgency(
  { client, store, keys, records, from = 1 }: Grounds,
  agencyId: string,
  lines: readonly string[],
): Promise<Verification> {
  await client.query(
    `select set_config('yitu.agency_id', $1, true), set_config('yitu.reach', 'agency', true)`,
    [agencyId],
  );
  const { checkpoints, faults: ofCheckpoints } = readCheckpoints(agencyId, lines, keys);
  const start = checkpoints.findLast(({ sequence }) => sequence < from);
  const walk = walkChain(checkpoints, start);
  const unfounded = unfoundedEntries(client, agencyId);
  const differences: Difference[] = [];
  let entries = 0;
  let last = start?.sequence ?? 0;
  for await (const page of readEntries(client, agencyId, last)) {
    for (const entry of page) walk.next(entry);
    if (records) differences.push(...(await unfounded(page)));
    entries += page.length;
    last = page.at(-1)?.sequence ?? last;
  }
  const head = await readHead(client, agencyId);
  const compared = records ? await compareRecords(client, agencyId) : { differences: [], waiting: 0 };
  const latest = checkpoints.at(-1);
  return {
    entries,
    checkpoints: checkpoints.length,
    signedUpTo: latest?.sequence ?? 0,
    signedAt: latest?.signedAt ?? null,
    unsigned: Math.max(0, last - (latest?.sequence ?? 0)),
    waiting: compared.waiting,
    faults: [
      ...ofCheckpoints,
      ...(await lostCopy(store, agencyId, lines, head?.checkpoint)),
      ...walk.end(head),
      ...differences,
      ...compared.differences,
    ],
  };
}

/** The database's copy of the newest checkpoint must be among those outside, now if not a moment ago. */
async function lostCopy(
  store: CheckpointStore,
  agencyId: string,
  lines: readonly string[],
  copy: string | null | undefined,
): Promise<Fault[]> {
  if (!copy || lines.includes(copy) || (await store.lines(agencyId)).includes(copy)) return [];
  const text = `the checkpoint the database has last is not kept outside: ${copy}`;
  return [{ kind: 'checkpoint-removed', sequence: 0, text }];
}
