import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** What a build was made of, so that the next start can see whether it is still true: file → time of its change. */
const INPUTS = 'inputs.json';

/** Notes in a folder what was built into it. @param since when the build began, in milliseconds */
export function noteInputs(folder: string, files: readonly string[], since: number): void {
  writeFileSync(join(folder, INPUTS), JSON.stringify(changesOf(files, since)));
}

/** Whether what was built into a folder is still true. */
export function isCurrent(folder: string): boolean {
  try {
    const known = JSON.parse(readFileSync(join(folder, INPUTS), 'utf8')) as Record<string, number>; // as written above
    const now = changesOf(Object.keys(known));
    return Object.entries(known).every(([file, changed]) => now[file] === changed);
  } catch {
    // Never built, half built, or a file of it is gone.
    return false;
  }
}

/**
 * When each file was changed last; the lock file stands for all packages. What has changed since a build began may or
 * may not be in it: that is noted as 0, so that it is built again.
 */
function changesOf(files: readonly string[], until = Infinity): Record<string, number> {
  const named = new Set(['package-lock.json', ...files.map((file) => relative(ROOT, resolve(ROOT, file)))]);
  return Object.fromEntries(
    [...named].map((file) => {
      const changed = statSync(join(ROOT, file)).mtimeMs;
      return [file, changed < until ? changed : 0];
    }),
  );
}
