import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { newSecrets } from './secrets.ts';
import type { Secrets } from './service-environment.ts';
import { startPostgres } from './servers/index.ts';

export const templateDatabase = 'yitu_template';

/** A server with the database that each world is copied from. */
export interface TemplateServer {
  /** The administrator's connection; `templateDatabase` on the same server holds all schemas, migrated. */
  readonly postgresUrl: string;
  readonly secrets: Secrets;
}

/** Starts PostgreSQL and migrates the database that worlds are copied from. */
export async function startTemplate(): Promise<TemplateServer & { readonly stop: () => Promise<void> }> {
  const postgres = await startPostgres({ durability: 'unsafe' });
  try {
    const secrets = newSecrets();
    await makeTemplate(postgres.url, secrets);
    return { postgresUrl: postgres.url, secrets, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
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
