import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { CLUSTER, type PostgresPlace } from './postgres-place.ts';
import { type ServerProcess, lastLines, launch } from './server-process.ts';

/** One PostgreSQL cluster: files, owner, settings. */
export interface Cluster {
  readonly place: PostgresPlace;
  readonly password: string;
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** The superuser: owner of all schemas. The services connect with other roles. */
export const ADMIN = 'yitu_admin';
const READY_WITHIN_MS = 60_000;
const POLL_MS = 10;
/** Nothing of the caller's environment: PGPORT, PGDATA or a Chinese locale would change what happens. */
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** The directory inside the data directory that is PostgreSQL's own. */
export function clusterDir(place: PostgresPlace): string {
  return join(place.dataDir, CLUSTER);
}

/**
 * Makes the cluster unless it is there. It gets its name when it is complete, so that an interrupted attempt is no cluster.
 * Text sorts by code point (builtin C.UTF-8, the same on every machine); the ICU collations, Chinese ones too, are there by name.
 */
export async function ensureCluster({ place, password, logFile, settings }: Cluster): Promise<void> {
  const cluster = clusterDir(place);
  if (existsSync(cluster)) return;
  const incomplete = `${cluster}.incomplete`;
  rmSync(incomplete, { recursive: true, force: true });
  const passwordFile = join(place.dataDir, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  // LC_CTYPE is for pg_trgm, which asks the C library what a letter is: under C no Chinese character is one.
  const characters = ['--encoding=UTF8', '--locale=C', '--lc-ctype=C.UTF-8'];
  const order = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const sync = settings['fsync'] === 'off' ? ['--no-sync'] : [];
  const access = [`--username=${ADMIN}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    await runInitdb(place, logFile, [`--pgdata=${incomplete}`, ...sync, ...characters, ...order, ...access]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(incomplete, cluster);
}

async function runInitdb(place: PostgresPlace, logFile: string, args: string[]): Promise<void> {
  const log = openSync(logFile, 'a', 0o600);
  const command = join(place.binDir, 'initdb');
  const initdb = spawn(command, args, {
    cwd: '/',
    env: ENVIRONMENT,
    stdio: ['ignore', log, log],
    ...place.user,
  });
  closeSync(log);
  const exit: unknown[] = await once(initdb, 'exit');
  if (exit[0] !== 0) throw new Error(`initdb failed:\n${lastLines(logFile, 10)}`);
}

/**
 * Starts the server process and returns when it takes connections.
 * @throws with the last lines of its log when it ends before
 */
export async function startCluster(cluster: Cluster, port: number): Promise<ServerProcess> {
  const { place, logFile } = cluster;
  const directory = clusterDir(place);
  const settings = Object.entries({ ...cluster.settings, port: String(port) });
  const deadline = Date.now() + READY_WITHIN_MS;
  const start = async (): Promise<ServerProcess> => {
    const server = await launch({
      command: join(place.binDir, 'postgres'),
      args: ['-D', directory, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      env: ENVIRONMENT,
      cwd: '/',
      logFile,
      // SIGINT is the fast shutdown: sessions are ended, nothing committed is lost. SIGTERM would wait for the sessions.
      stopSignal: 'SIGINT',
      ...(place.user && { user: place.user }),
    });
    try {
      await untilReady(server, join(directory, 'postmaster.pid'), logFile);
      return server;
    } catch (error) {
      if (!isStillInUse(logFile) || Date.now() > deadline) throw error;
      await delay(POLL_MS);
      return start();
    }
  };
  return start();
}

/** The last processes of a server that was killed are no longer seen to run while they still let go of its memory. */
const isStillInUse = (logFile: string): boolean =>
  lastLines(logFile, 2).includes('pre-existing shared memory block');

/** The server itself writes its state into the eighth line of its pid file; pg_ctl looks there too. */
async function untilReady(server: ServerProcess, pidFile: string, logFile: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!isReady(server.pid, pidFile)) {
    if (server.hasExited()) throw new Error(`PostgreSQL did not start:\n${lastLines(logFile, 10)}`);
    if (Date.now() > deadline) {
      await server.stop();
      throw new Error(`PostgreSQL was not ready after ${READY_WITHIN_MS} ms:\n${lastLines(logFile, 10)}`);
    }
    await delay(POLL_MS);
  }
}

function isReady(pid: number, pidFile: string): boolean {
  if (!existsSync(pidFile)) return false;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

/** Creates the database unless it is there. */
export async function ensureDatabase(serverUrl: URL, name: string): Promise<void> {
  const client = new Client({ connectionString: new URL('/postgres', serverUrl).href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
