import { newId, systemClock } from '@yitu/kernel';
import { openDatabase, type AuditRecord } from '@yitu/persistence';
import { startPostgres } from '@yitu/testkit/servers';
import { newSecrets } from '@yitu/testkit/surroundings';
import pg from 'pg';
import { appendEntries } from '../../services/identity/src/audit/append-entries.ts';
import { migrateService } from '../migrate/migrate.ts';
import { generateTrail, measureSearches } from './search.ts';

// npm run audit:speed: how many entries a second the chain of ONE agency takes, on a PostgreSQL of its own that writes every commit to disk; then
// what each search of a trail of 1,000,000 entries costs.
const entries = 30_000;
const batches = [1, 100, 500];

/** As large as the record of an order. */
const sampleRecord = (agencyId: string, index: number): AuditRecord => ({
  ...{ agencyId, id: newId(), branchId: newId(), action: 'booking.order.place', objectType: 'Order' },
  ...{ objectId: newId(), change: 'create', actor: `user:${index % 100}`, before: null },
  occurredAt: Temporal.Now.instant().toString({ smallestUnit: 'microsecond' }),
  after: JSON.stringify({ number: `HQ-2026-${index}`, state: 'in-review', seats: 2, lines: 'x'.repeat(700) }),
  ...{ remoteAddress: '203.0.113.7', traceId: '0af7651916cd43dd8448eb211c80319c' },
});

const server = await startPostgres();
try {
  const { rolePasswords } = newSecrets();
  await migrateService(server.url, 'identity', rolePasswords);
  const url = new URL(server.url);
  Object.assign(url, { username: 'yitu_identity', password: rolePasswords['yitu_identity'] });
  const unrecorded = { audit_entries: 'the chain', audit_heads: 'the chain' };
  const database = await openDatabase({ service: 'identity', url: url.href, entities: [], unrecorded });
  const speeds: Record<string, number> = {};
  for (const batch of batches) speeds[`batchesOf${batch}`] = await measure(database, batch);
  console.log(JSON.stringify({ id: 'audit-chain', agencies: 1, entriesPerSecond: speeds }));
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  const searches = await measureSearches(database, await generateTrail(owner));
  await owner.end();
  await database.close();
  for (const [search, costs] of Object.entries(searches)) console.log(JSON.stringify({ search, ...costs }));
} finally {
  await server.stop();
}

/** @returns entries a second, in an agency of its own */
async function measure(database: Parameters<typeof appendEntries>[0]['database'], batch: number) {
  const agencyId = newId();
  const total = batch === 1 ? entries / 30 : entries;
  const startedAt = performance.now();
  for (let done = 0; done < total; done += batch) {
    const records = Array.from({ length: batch }, (_none, index) => sampleRecord(agencyId, done + index));
    await appendEntries({ database, clock: systemClock }, agencyId, [
      { agencyId, service: 'booking', records },
    ]);
  }
  return Math.round(total / ((performance.now() - startedAt) / 1_000));
}
