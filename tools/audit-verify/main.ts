import { parseArgs } from 'node:util';
import pg from 'pg';
import { loadCheckpointKeys } from '../../services/identity/src/audit/checkpoint.ts';
import { directoryStore } from '../../services/identity/src/audit/checkpoint-store.ts';
import { evidence } from './config.ts';
import { agenciesOf, openLook } from './look.ts';
import { report, summary } from './report.ts';
import { verifyAgency, type Verification } from './verify.ts';

// npm run audit:verify -- [--agency <code or id>] [--from <sequence>]
const { values } = parseArgs({ options: { agency: { type: 'string' }, from: { type: 'string' } } });
const where = evidence();
if (!where) {
  console.error('Yitu does not run here. Start it in another terminal (npm start), or set DATABASE_URL');
  process.exit(2);
}
const store = directoryStore(where.checkpointsDir);
const keys = await loadCheckpointKeys(where.keysFile);
const client = new pg.Client({ connectionString: where.databaseUrl });
await client.connect();
const found: Verification[] = [];
try {
  const look = await openLook(client);
  for (const { id, name } of await agenciesOf(client, store, values.agency)) {
    const lines = await store.lines(id);
    await client.query('begin isolation level repeatable read read only');
    const grounds = { client, store, keys, ...look, ...(values.from && { from: Number(values.from) }) };
    const verification = await verifyAgency(grounds, id, lines);
    await client.query('rollback');
    found.push(verification);
    for (const line of report(name, verification, look.records)) console.log(line);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
} finally {
  await client.end();
}
const { json, faults } = summary(found);
console.log(json);
process.exitCode = faults > 0 ? 1 : 0;
