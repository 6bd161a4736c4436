import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onFreePort } from './loopback-ports.ts';
import {
  ADMIN,
  type Cluster,
  clusterDir,
  ensureCluster,
  ensureDatabase,
  startCluster,
} from './postgres-cluster.ts';
import { preparePlace, removePlace } from './postgres-place.ts';
import { endProcessesIn, signalProcessesIn } from './processes-in.ts';
import { type Server, serverOf } from './server.ts';

export interface PostgresOptions {
  /**
   * Where the cluster lives and is found again; where root needs it elsewhere, a link is left here (postgres-place.ts).
   * Default: a new directory that `stop()` removes.
   */
  readonly dataDir?: string;
  /** Preferred port; another one is taken when it is busy. */
  readonly port?: number;
  /** The password of the superuser `yitu_admin`, set when the cluster is made. Default: a random one. */
  readonly password?: string;
  /** `unsafe` survives the death of the server but not of the machine: right for tests, and only for them. Default: `durable`. */
  readonly durability?: 'durable' | 'unsafe';
  /** Further settings of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Default: beside the data directory. */
  readonly logFile?: string;
}

const DATABASE = 'yitu';

/** Right for two cores and 24 GiB that everything shares. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // Loopback only: a socket file would need a directory that the server's user and all clients share.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  // What is asked for often is in memory: a page out of turn costs little more than the next one. As it comes, PostgreSQL would rather read whole tables.
  random_page_cost: '1.1',
  wal_level: 'replica',
  // The statements here are short: compiling them costs more than it saves.
  jit: 'off',
  // What grows fast is analysed again and again, for seconds of processor time: three at once would leave nothing of two cores for those who wait.
  autovacuum_max_workers: '1',
  autovacuum_analyze_scale_factor: '0.3',
  // After a crash every file is brought to disk before anything else: one call for the file system takes milliseconds where one a file takes seconds.
  recovery_init_sync_method: 'syncfs',
  // What was written since the last checkpoint is read again after a crash, at about 100 MB a second: with five minutes of it nobody is served for five seconds.
  checkpoint_timeout: '1min',
  // When each transaction was committed: how late effects come is read from it, and so is when something happened that went wrong.
  track_commit_timestamp: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

// synchronous_commit stays on: without it a killed server loses what it had acknowledged, and tests kill servers.
const UNSAFE = { fsync: 'off', full_page_writes: 'off' };

/**
 * Starts PostgreSQL 18 on 127.0.0.1, makes its cluster first if there is none, and returns when the database `yitu`
 * takes connections. A server that an earlier process left running on the same directory is stopped first.
 * @throws with the last lines of the server's log when it does not come up
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Server> {
  if (options.dataDir !== undefined) return startIn(options.dataDir, options, async () => undefined);
  const dataDir = temporaryDir();
  const remove = () => removeTemporary(dataDir);
  return startIn(dataDir, options, remove).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
}

async function startIn(
  wantedDir: string,
  options: PostgresOptions,
  remove: () => Promise<void>,
): Promise<Server> {
  const place = await preparePlace(wantedDir);
  const cluster: Cluster = {
    place,
    password: options.password ?? randomBytes(16).toString('hex'),
    logFile: options.logFile ?? `${wantedDir}.log`,
    settings: { ...SETTINGS, ...(options.durability === 'unsafe' ? UNSAFE : {}), ...options.settings },
  };
  const directory = clusterDir(place);
  await endProcessesIn(directory, 'postgres', 'SIGINT');
  await ensureCluster(cluster);
  const { port, started } = await onFreePort(options.port, (port) => startCluster(cluster, port));
  const url = new URL(`postgres://${ADMIN}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`);
  await ensureDatabase(url, DATABASE);
  const kind = {
    url: url.href,
    port,
    logFile: cluster.logFile,
    start: () => startCluster(cluster, port),
    signal: (signal: NodeJS.Signals) => signalProcessesIn(directory, 'postgres', signal),
    clean: () => endProcessesIn(directory, 'postgres', 'SIGQUIT'),
    remove,
  };
  return serverOf(kind, started);
}

/** Stops what runs on the data directory and removes it, the copy that root keeps elsewhere included. */
export async function removePostgres(dataDir: string): Promise<void> {
  await removePlace(dataDir);
}

function temporaryDir(): string {
  const parent = mkdtempSync(join(tmpdir(), 'yitu-postgres-'));
  // The unprivileged user that root runs PostgreSQL as has to pass through.
  chmodSync(parent, 0o711);
  return join(parent, 'data');
}

async function removeTemporary(dataDir: string): Promise<void> {
  await removePlace(dataDir);
  rmSync(dirname(dataDir), { recursive: true });
}
