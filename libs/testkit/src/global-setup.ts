import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { newSecrets } from './secrets.ts';
import type { Secrets } from './service-environment.ts';
import { startPostgres } from './servers/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The administrator's connection; `templateDatabase` on the same server holds all schemas, migrated. */
    postgresUrl: string;
    secrets: Secrets;
  }
}

export const templateDatabase = 'yitu_template';

/** Starts one PostgreSQL for all tests and migrates a database that each world is copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres({ durability: 'unsafe' });
  try {
    const secrets = newSecrets();
    await makeTemplate(postgres.url, secrets);
    project.provide('postgresUrl', postgres.url);
    project.provide('secrets', secrets);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return () => postgres.stop();
}

async function makeTemplate(adminUrl: string, { rolePasswords }: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await client.end();
  const template = new URL(adminUrl);
  template.pathname = `/${templateDatabase}`;
  const root = join(import.meta.dirname, '../../..');
  const env = {
    PATH: process.env['PATH'],
    ADMIN_DATABASE_URL: template.href,
    ROLE_PASSWORDS: JSON.stringify(rolePasswords),
  };
  await promisify(execFile)(process.execPath, ['tools/migrate/main.ts'], { cwd: root, env });
}
