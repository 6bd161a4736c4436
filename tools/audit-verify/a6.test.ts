import { randomUUID } from 'node:crypto';
import { eventually, startWorld, type World } from '@yitu/testkit';
import pg, { type ClientBase } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkpointKeys,
  lineHash,
  loadCheckpointKeys,
  type CheckpointKeys,
} from '../../services/identity/src/audit/checkpoint.ts';
import { directoryStore, type CheckpointStore } from '../../services/identity/src/audit/checkpoint-store.ts';
import { genesis, type AuditEntry } from '../../services/identity/src/audit/entry.ts';
import { readCheckpoints, walkChain } from '../../services/identity/src/audit/verify-chain.ts';
import { mutations, randomOf, rechained, type Chain } from './fixtures/mutate.ts';
import { agenciesOf, openLook } from './look.ts';
import { readEntries, readHead } from './read-entries.ts';
import { verifyAgency, type Verification } from './verify.ts';

const seed = 20_261_122;
const inMemory = 940;
const inDatabase = 60;
const kinds = Object.keys(mutations);

describe('A6: the audit chain', () => {
  let world: World;
  let keys: CheckpointKeys;
  let store: CheckpointStore;
  let agencyId: string;
  let code: string;

  beforeAll(async () => {
    const environment = { identity: { AUDIT_CHECKPOINT_SECONDS: '1' } };
    world = await startWorld({ services: ['identity'], environment });
    const { auditSigningKeysFile, auditCheckpointsDir } = world.surroundings;
    keys = await loadCheckpointKeys(auditSigningKeysFile);
    store = directoryStore(auditCheckpointsDir);
    const agency = await world.foundAgency();
    ({ id: agencyId, code } = agency);
    for (let index = 0; index < 6; index++) await agency.staff('sales');
    await eventually(async () => {
      const { rows } = await world.admin.query<{ records: number; count: number; signed: number }>(
        `select (select count(*) from identity.audit_records where agency_id = $1)::int as records, count::int, signed_count::int as signed
         from identity.audit_heads where agency_id = $1`,
        [agencyId],
      );
      const [{ records, count, signed } = { records: 0, count: 0, signed: 0 }] = rows;
      if (records === 0 || count !== records || signed !== records)
        throw new Error(`${signed} signed of ${count} chained of ${records} records`);
    }, 40_000);
  }, 90_000);
  afterAll(() => world.close());

  /** Looks at the chain as it is after some change, which is taken back then. */
  async function verified(
    change: (client: ClientBase) => Promise<unknown>,
    { lines, records = true }: { lines?: readonly string[]; records?: boolean } = {},
  ): Promise<Verification> {
    const client = await world.admin.connect();
    try {
      await client.query('begin isolation level repeatable read');
      await change(client);
      return await verifyAgency(
        { client, store, keys, records },
        agencyId,
        lines ?? (await store.lines(agencyId)),
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  async function asIdentity(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: world.environment('identity')['DATABASE_URL'] });
    await client.connect();
    return client;
  }

  async function chainOf(client: ClientBase): Promise<Chain> {
    const entries = (await Array.fromAsync(readEntries(client, agencyId, 0))).flat();
    const head = await readHead(client, agencyId);
    if (!head) throw new Error('there is a chain by now');
    return { entries, head: { count: head.count, hash: head.hash } };
  }

  it('shows every one of 1,000 mutations', async () => {
    const random = randomOf(seed);
    const missed: string[] = [];
    const { checkpoints, entries } = sampleChain(120, 40);
    expect(faultsOf({ entries, head: rechained(entries).head }, checkpoints)).toBe(0);
    for (let round = 0; round < inMemory; round++) {
      const kind = kinds[round % kinds.length] ?? '';
      const mutated = mutations[kind]?.({ entries, head: rechained(entries).head }, random);
      if (!mutated || faultsOf(mutated, checkpoints) === 0) missed.push(`${kind} in round ${round}`);
    }
    expect((await verified(() => Promise.resolve())).faults).toEqual([]);
    for (let round = 0; round < inDatabase; round++) {
      const kind = kinds[round % kinds.length] ?? '';
      // By the chain alone: a forger would change the services' records likewise.
      const { faults } = await verified(
        async (client) => rewriteTable(client, agencyId, mutations[kind]?.(await chainOf(client), random)),
        { records: false },
      );
      if (faults.length === 0) missed.push(`${kind} in the database, round ${round}`);
    }
    const done = inMemory + inDatabase;
    console.log(JSON.stringify({ id: 'A6', mutations: done, found: done - missed.length }));
    expect(missed).toEqual([]);
  }, 60_000);

  it('names what was done and where', async () => {
    const kindsAfter = async (sql: string) =>
      (await verified((client) => client.query(sql, [agencyId]))).faults.map(
        ({ kind, sequence }) => `${kind} ${sequence}`,
      );
    const table = 'identity.audit_entries';
    expect(
      await kindsAfter(`update ${table} set actor = 'user:x' where agency_id = $1 and sequence = 3`),
    ).toEqual(['changed 3', 'differs 3']);
    const removed = await kindsAfter(`delete from ${table} where agency_id = $1 and sequence in (4, 5)`);
    expect(removed).toContain('removed 4');
    const { entries } = await verified(() => Promise.resolve());
    const cut = await kindsAfter(`delete from ${table} where agency_id = $1 and sequence > ${entries - 2}`);
    expect(cut).toContain(`truncated ${entries - 1}`);
  });

  it('shows what a forger with the whole database cannot hide: checkpoints that are gone, forged or of another chain', async () => {
    const [line = ''] = (await store.lines(agencyId)).slice(-1);
    const kindsOf = async (lines: readonly string[], change: (client: ClientBase) => Promise<unknown>) =>
      (await verified(change, { lines })).faults.map(({ kind }) => kind);
    const nothing = () => Promise.resolve();
    const forged = line.replace(
      /"sequence":(\d+)/,
      (_all, digits: string) => `"sequence":${Number(digits) - 1}`,
    );
    expect(await kindsOf([forged], nothing)).toEqual(
      expect.arrayContaining(['checkpoint-forged', 'unsigned']),
    );
    expect(await kindsOf([], nothing)).toEqual(['unsigned']);
    expect(await kindsOf(['{"agencyId":"bro', line], nothing)).not.toContain('checkpoint-forged');
    const gone = (client: ClientBase) =>
      client.query('update identity.audit_heads set checkpoint = $2 where agency_id = $1', [
        agencyId,
        JSON.stringify({ once: 'signed' }),
      ]);
    expect(await kindsOf(await store.lines(agencyId), gone)).toEqual(['checkpoint-removed']);
    const everything = async (client: ClientBase) => {
      await client.query('delete from identity.audit_entries where agency_id = $1', [agencyId]);
      await client.query('delete from identity.audit_heads where agency_id = $1', [agencyId]);
    };
    expect(await kindsOf(await store.lines(agencyId), everything)).toContain('truncated');
  });

  it('shows records that never came and entries nobody recorded', async () => {
    const lost = await verified(async (client) => {
      await client.query(
        `insert into identity.audit_records (agency_id, id, occurred_at, actor, action, object_type, object_id, change, gathered_at)
         values ($1, $2, now(), 'user:x', 'a.b.c', 'Thing', '1', 'update', now() - interval '2 minutes')`,
        [agencyId, randomUUID()],
      );
    });
    expect(lost.faults.map(({ kind }) => kind)).toEqual(['lost']);
    const underWay = await verified(async (client) => {
      await client.query(
        `insert into identity.audit_records (agency_id, id, occurred_at, actor, action, object_type, object_id, change)
         values ($1, $2, now(), 'user:x', 'a.b.c', 'Thing', '1', 'update')`,
        [agencyId, randomUUID()],
      );
    });
    expect([underWay.faults, underWay.waiting]).toEqual([[], 1]);
    const unfounded = await verified(async (client) => {
      await client.query(
        'delete from identity.audit_records where agency_id = $1 and id = (select id from identity.audit_entries where agency_id = $1 and sequence = 7)',
        [agencyId],
      );
    });
    expect(unfounded.faults.map(({ kind, sequence }) => `${kind} ${sequence}`)).toEqual(['unfounded 7']);
  });

  it('is verified also with no more than identity’s own role may see, by the agency’s code', async () => {
    const client = await asIdentity();
    const look = await openLook(client);
    expect(look).toEqual({ records: false });
    const [chosen] = await agenciesOf(client, store, code);
    expect(chosen).toEqual({ id: agencyId, name: code });
    await client.query('begin isolation level repeatable read read only');
    const lines = await store.lines(agencyId);
    const { entries, faults } = await verifyAgency({ client, store, keys, ...look }, agencyId, lines);
    expect([entries > 0, faults]).toEqual([true, []]);
    await client.end();
  });

  it('is added to only: the service itself can neither change nor delete an entry', async () => {
    const client = await asIdentity();
    for (const statement of [
      `update identity.audit_entries set actor = 'user:x'`,
      'delete from identity.audit_entries',
      'delete from identity.audit_heads',
      'truncate identity.audit_entries',
    ])
      await expect(client.query(statement)).rejects.toThrow('permission denied');
    await client.end();
  });
});

/** A chain in memory, signed after every few entries and at its end. */
function sampleChain(length: number, every: number) {
  const agency = randomUUID();
  const jwk = {
    kty: 'OKP',
    crv: 'Ed25519',
    x: 'oVhivllCCz4T9cbZvnMdtlH7WaB25Krr84bjcB6rzlc',
    d: '0aAhBCIUwfvIMWBxYDEBYzTiI8qS6wwK20zOXQkrS3A',
    kid: 'sample',
  };
  const keys = checkpointKeys([jwk]);
  const { entries } = rechained(Array.from({ length }, (_none, index) => sampleEntry(agency, index)));
  const lines: string[] = [];
  for (const { sequence, hash } of entries.filter((entry) => entry.sequence % every === 0)) {
    const before = lines.at(-1);
    const previous = before === undefined ? genesis : lineHash(before);
    lines.push(keys.sign({ agencyId: agency, sequence, hash, signedAt: '2026-05-01T04:00:00Z', previous }));
  }
  const { checkpoints, faults } = readCheckpoints(agency, lines, keys);
  expect([checkpoints.length, faults]).toEqual([length / every, []]);
  return { entries, checkpoints };
}

const sampleEntry = (agencyId: string, index: number): AuditEntry => ({
  ...{ agencyId, sequence: index + 1, hash: '', service: index % 3 === 0 ? 'crm' : 'booking' },
  ...{ id: randomUUID(), occurredAt: `2026-05-01T04:00:00.${String(index).padStart(6, '0')}Z` },
  ...{ actor: `user:${index % 7}`, branchId: index % 2 === 0 ? randomUUID() : null },
  ...{ action: 'crm.customer.change', objectType: 'Customer', objectId: String(index), change: 'update' },
  ...{ before: '{"name": "***"}', after: '{"name": "***"}', remoteAddress: '203.0.113.7', traceId: null },
});

function faultsOf({ entries, head }: Chain, checkpoints: Parameters<typeof walkChain>[0]): number {
  const walk = walkChain(checkpoints);
  // The order the database gives them in.
  const key = ({ occurredAt, id }: AuditEntry) => `${occurredAt} ${id}`;
  const ordered = entries.toSorted(
    (one, other) => one.sequence - other.sequence || (key(one) < key(other) ? -1 : 1),
  );
  for (const entry of ordered) walk.next(entry);
  return walk.end(head).length;
}

/** Puts a chain in the place of the one that is there, as the owner of the database can. */
async function rewriteTable(client: ClientBase, agencyId: string, chain: Chain | undefined): Promise<void> {
  if (!chain) throw new Error('there is no such mutation');
  await client.query('delete from identity.audit_entries where agency_id = $1', [agencyId]);
  await client.query(
    `insert into identity.audit_entries (agency_id, sequence, hash, service, id, occurred_at, actor, branch_id, action, object_type, object_id, change,
       before, after, remote_address, trace_id)
     select $1, sequence, decode(hash, 'hex'), service, id, "occurredAt", actor, "branchId", action, "objectType", "objectId", change,
       before, after, "remoteAddress", "traceId"
     from json_to_recordset($2::json) as entry (sequence bigint, hash text, service text, id uuid, "occurredAt" timestamptz, actor text, "branchId" uuid,
       action text, "objectType" text, "objectId" text, change text, before text, after text, "remoteAddress" text, "traceId" text)`,
    [agencyId, JSON.stringify(chain.entries)],
  );
  await client.query(
    `update identity.audit_heads set count = $2, hash = decode($3, 'hex') where agency_id = $1`,
    [agencyId, chain.head.count, chain.head.hash],
  );
}
