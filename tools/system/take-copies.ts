import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';

/**
 * Every table of a database in a file of its own, row by row as text, the way a dump holds it (bytes in hex).
 * @param pool of somebody row security does not hold @param directory is made
 */
export async function dumpTables(pool: Pool, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const { rows: tables } = await pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  );
  const client = await pool.connect();
  try {
    for (const { name } of tables) await dumpTable(client, name, join(directory, name));
  } finally {
    client.release();
  }
}

async function dumpTable(client: PoolClient, name: string, file: string): Promise<void> {
  const quoted = name.split('.').map((part) => client.escapeIdentifier(part));
  const out = createWriteStream(file);
  await client.query('begin read only');
  await client.query(`declare dumped no scroll cursor for select t::text as row from ${quoted.join('.')} t`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>('fetch 2000 from dumped');
    if (rows.length === 0) break;
    for (const { row } of rows) out.write(`${row}\n`);
  }
  await client.query('commit');
  out.end();
  await finished(out);
}

/** What a base backup leaves out, as pg_basebackup does: what is the running server's own, or made anew. WAL comes last. */
const leftOut = ['postmaster.pid', 'postmaster.opts', 'pg_replslot', 'pg_stat_tmp', 'pg_subtrans', 'pg_wal'];

/**
 * A base backup of a running server by PostgreSQL's own protocol for it (pg_backup_start, copy, pg_backup_stop), with the WAL it needs. Databases of
 * others on the server, which come and go, are left out.
 * @param data the server's directory @param directory is made
 */
export async function takeBackup(pool: Pool, data: string, directory: string): Promise<void> {
  const client = await pool.connect(); // start and stop belong to one session
  try {
    const { rows: started } = await client.query<{ segment: string; oid: string }>(
      `select pg_walfile_name(pg_backup_start('search', true)) as segment,
         (select oid::text from pg_database where datname = current_database()) as oid`,
    );
    const { segment = '', oid = '' } = started[0] ?? {};
    const ours = ['', '/1', `/${oid}`].map((path) => join(data, `base${path}`)); // 1 is template1
    await copyFiles(data, directory, (path) => {
      if (leftOut.includes(basename(path))) return false;
      return dirname(path) !== join(data, 'base') || ours.includes(path);
    });
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    await writeFile(join(directory, 'backup_label'), rows[0]?.labelfile ?? '');
    await copyFiles(join(data, 'pg_wal'), join(directory, 'pg_wal'), (path) => basename(path) >= segment);
  } finally {
    client.release();
  }
}

/** A file that is gone meanwhile is left out: the protocol allows for it. */
async function copyFiles(from: string, to: string, wanted: (path: string) => boolean): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [path, copy] = [join(from, entry.name), join(to, entry.name)];
    if (!wanted(path)) continue;
    if (entry.isDirectory()) await copyFiles(path, copy, wanted);
    else if (entry.isFile()) await copyFile(path, copy).catch(unlessGone);
  }
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'ENOENT') throw error;
}
