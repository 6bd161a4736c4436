import { startPostgres } from '@yitu/testkit';
import { Client } from 'pg';
import { migrateAll, servicesWithSchema } from '../../migrate/migrate.ts';
import { type Verdict, verdictOf } from '../check.ts';
import { findPowerfulRoles } from './roles.ts';
import { findOpenTables } from './tables.ts';
import { tablesWithoutAgency } from './without-agency.ts';

/** Migrates every service into a throw-away PostgreSQL and asks its catalogue who could see what. */
export async function checkTenancy(): Promise<Verdict> {
  const server = await startPostgres({ durability: 'unsafe' });
  try {
    await migrateAll(server.url, rolePasswords());
    return verdictOf(await auditDatabase(server.url));
  } finally {
    await server.stop();
  }
}

async function auditDatabase(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await findOpenTables(client, servicesWithSchema, tablesWithoutAgency);
    return [...tables, ...(await findPowerfulRoles(client, servicesWithSchema))];
  } finally {
    await client.end();
  }
}

/** Nobody signs in with these: the database is gone in a moment. */
function rolePasswords(): Record<string, string> {
  const roles = servicesWithSchema.flatMap((service) => [`yitu_${service}`, `yitu_${service}_worker`]);
  return Object.fromEntries(roles.map((role) => [role, crypto.randomUUID()]));
}
