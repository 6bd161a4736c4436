import { newId, systemClock } from '@yitu/kernel';
import { openDatabase, type AuditRecord } from '@yitu/persistence';
import { startPostgres } from '@yitu/testkit/servers';
import { newSecrets } from '@yitu/testkit/surroundings';
import { appendEntries } from '../../services/identity/src/audit/append-entries.ts';
import { migrateService } from '../migrate/migrate.ts';

// npm run audit:speed: how many entries a second the chain of ONE agency takes, on a PostgreSQL of its own that writes every commit to disk.
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
  await database.close();
  console.log(JSON.stringify({ id: 'audit-chain', agencies: 1, entriesPerSecond: speeds }));
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
