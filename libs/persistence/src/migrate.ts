import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';

export interface MigrationPlan {
  /** A connection that may create roles and schemas, and will own them. */
  readonly adminUrl: string;
  /** The service's name: its schema, and its roles `yitu_<service>` and `yitu_<service>_worker`. */
  readonly service: string;
  /** Folder of the service's migrations, applied in the order of their file names. */
  readonly folder: string;
  readonly passwords: { readonly service: string; readonly worker: string };
}

type MigrationClass = new (...parameters: ConstructorParameters<typeof Migration>) => Migration;

/**
 * Brings a service's schema to the newest state: roles that own nothing, the schema, then each migration in a transaction of its own.
 * Safe to run again, and by several at once (an advisory lock lets one go first).
 * @returns the names of the migrations applied now
 */
export async function migrate(plan: MigrationPlan): Promise<string[]> {
  const client = new pg.Client({ connectionString: plan.adminUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('yitu.migrate'))`);
    await client.query('begin');
    await forbidTemporaryTables(client);
    await createRoles(client, plan);
    await client.query('commit');
    return await applyMigrations(plan);
  } finally {
    await client.end(); // ends the lock too
  }
}

/** A temporary table could stand before a real one in the search path of a function. */
async function forbidTemporaryTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  for (const { name } of rows)
    await client.query(`revoke temporary on database ${client.escapeIdentifier(name)} from public`);
}

async function createRoles(client: pg.Client, { service, passwords }: MigrationPlan): Promise<void> {
  await client.query(`create schema if not exists ${client.escapeIdentifier(service)}`);
  const roles = [
    [`yitu_${service}`, passwords.service],
    [`yitu_${service}_worker`, passwords.worker],
  ] as const;
  for (const [role, password] of roles) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    const name = client.escapeIdentifier(role);
    await client.query(
      `${rowCount === 0 ? 'create' : 'alter'} role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${client.escapeLiteral(password)}`,
    );
    await client.query(`grant usage on schema ${client.escapeIdentifier(service)} to ${name}`);
  }
}

async function applyMigrations({ adminUrl, service, folder }: MigrationPlan): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: adminUrl,
    schema: service,
    entities: [],
    logger: () => undefined,
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      tableName: `${service}.migrations`,
      migrationsList: await load(folder),
      snapshot: false,
      transactional: true,
      allOrNothing: false,
    },
  });
  try {
    return (await orm.migrator.up()).map(({ name }) => name);
  } finally {
    await orm.close();
  }
}

async function load(folder: string): Promise<{ name: string; class: MigrationClass }[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const { href } = pathToFileURL(join(folder, file));
      const module = (await import(href)) as { default?: MigrationClass }; // checked on the next line
      if (!module.default) throw new Error(`${file} has no default export of a Migration class`);
      return { name: basename(file, '.ts'), class: module.default };
    }),
  );
}
