import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What a JSON file holds; undefined when there is none. @throws SyntaxError when it is not JSON */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Replaces the file in one step, readable by its owner only. */
export function writeJson(file: string, content: unknown): void {
  const incomplete = `${file}.${process.pid}`;
  writeFileSync(incomplete, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(incomplete, file);
}
