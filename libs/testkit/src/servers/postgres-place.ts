import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { copyBinaries, nativeDir } from './postgres-binaries.ts';
import { endProcessesIn } from './processes-in.ts';

/** Unprivileged user under which PostgreSQL runs when we are root: it refuses to run as root. */
export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where the binaries and the data of one PostgreSQL are, and who runs it. */
export interface PostgresPlace {
  /** The directory that holds `initdb` and `postgres`. */
  readonly binDir: string;
  /** The directory of the cluster. */
  readonly dataDir: string;
  readonly user?: UnprivilegedUser;
}

/** The directory inside the data directory that is PostgreSQL's own. */
export const CLUSTER = 'cluster';
const CHECKOUT = resolve(import.meta.dirname, '../../../..');
/** Where root keeps what the unprivileged user must reach when the checkout is behind a door only root can pass. */
const OUTSIDE = `/var/tmp/yitu-${shortHash(CHECKOUT)}`;

/**
 * Finds or makes a place where PostgreSQL can run. As an ordinary user: the binaries of node_modules and the wanted
 * directory. As root: the same if an unprivileged user can get there, else copies under /var/tmp, with a symbolic
 * link at the wanted directory.
 * @throws when root has no unprivileged user to turn into, or the place under /var/tmp belongs to somebody else
 */
export async function preparePlace(wantedDir: string): Promise<PostgresPlace> {
  if (process.getuid?.() !== 0) {
    mkdirSync(wantedDir, { recursive: true, mode: 0o700 });
    return { binDir: join(nativeDir(), 'bin'), dataDir: wantedDir };
  }
  const user = ownerOfData(wantedDir) ?? systemUser('postgres') ?? systemUser('nobody');
  if (user === undefined)
    throw new Error('PostgreSQL refuses to run as root, and there is no user "nobody" to run it');
  mkdirSync(dirname(wantedDir), { recursive: true });
  const dataDir = canEnter(user, dirname(wantedDir)) ? wantedDir : await outsideDataDir(wantedDir);
  handOver(dataDir, user);
  return { binDir: reachableBinDir(user), dataDir, user };
}

/** Removes a cluster, also where only a symbolic link to it stands. */
export async function removePlace(wantedDir: string): Promise<void> {
  const dataDir = linkTarget(wantedDir) ?? wantedDir;
  await endProcessesIn(join(dataDir, CLUSTER), 'postgres', 'SIGINT');
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(wantedDir, { recursive: true, force: true });
}

async function outsideDataDir(wantedDir: string): Promise<string> {
  const dataDir = join(ownedOutside(), `postgres-${shortHash(wantedDir)}`);
  if (linkTarget(wantedDir) === dataDir) return dataDir;
  // Nothing points there: left behind by an earlier checkout at the same path, whose secrets are gone.
  await removePlace(dataDir);
  rmSync(wantedDir, { recursive: true, force: true });
  symlinkSync(dataDir, wantedDir);
  return dataDir;
}

function reachableBinDir(user: UnprivilegedUser): string {
  const native = nativeDir();
  if (canEnter(user, join(native, 'bin')) && canEnter(user, join(native, 'lib'))) return join(native, 'bin');
  return join(copyBinaries(native, ownedOutside()), 'bin');
}

/** Everybody may write to /var/tmp: a directory that somebody else prepared there must not become ours. */
function ownedOutside(): string {
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  const found = lstatSync(OUTSIDE);
  const writableByOthers = (found.mode & 0o022) !== 0;
  if (!found.isDirectory() || found.uid !== 0 || writableByOthers)
    throw new Error(`${OUTSIDE} is needed for PostgreSQL but belongs to somebody else: remove it`);
  return OUTSIDE;
}

function handOver(dataDir: string, user: UnprivilegedUser): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (statSync(dataDir).uid !== user.uid) chownSync(dataDir, user.uid, user.gid);
}

/** Asked of the system itself, so that modes, owners and access lists of the whole path count. */
function canEnter(user: UnprivilegedUser, directory: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], {
    cwd: '/',
    stdio: 'ignore',
    ...user,
  });
  if (asked.error) throw new Error(`PostgreSQL needs an unprivileged user: ${asked.error.message}`);
  return asked.status === 0;
}

function ownerOfData(wantedDir: string): UnprivilegedUser | undefined {
  if (!existsSync(wantedDir)) return undefined;
  const { uid, gid } = statSync(wantedDir);
  return uid === 0 ? undefined : { uid, gid };
}

function systemUser(name: string): UnprivilegedUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function linkTarget(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isSymbolicLink() ? readlinkSync(path) : undefined;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
