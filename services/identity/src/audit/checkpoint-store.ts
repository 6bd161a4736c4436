import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '@yitu/kernel';

/**
 * Where signed checkpoints are kept: a place the database's owner cannot write, to which lines are only ever added.
 *
 * The directory below is one. An object store is another: each line an object `<agency>/<sequence in 16 digits>.json`, put with `If-None-Match: *` into a
 * bucket with object lock in compliance mode; `lines` lists the agency's objects by name, which is their order.
 */
export interface CheckpointStore {
  /** Returns after the line is on the disk for good. */
  append(agencyId: string, line: string): Promise<void>;
  /** An agency's lines in the order they were added; what was broken off while it was written counts as well. */
  lines(agencyId: string): Promise<string[]>;
  /** The end of what `lines` gives, a few lines at the least where there are as many. */
  newest(agencyId: string): Promise<string[]>;
  /** Agencies of which there are checkpoints. */
  agencies(): Promise<string[]>;
}

const extension = '.jsonl';

/** One file an agency, opened for adding only: `chattr +a` or a volume of its own keeps everybody to that. */
export function directoryStore(directory: string): CheckpointStore {
  const fileOf = (agencyId: string) => join(directory, `${agencyId}${extension}`);
  const read = (agencyId: string) => readFile(fileOf(agencyId), 'utf8').catch(unlessMissing(''));
  return {
    lines: async (agencyId) => linesOf(await read(agencyId)),
    newest: async (agencyId) => linesOf(await readEnd(fileOf(agencyId))),
    agencies: async () =>
      (await readdir(directory).catch(unlessMissing<string[]>([])))
        .filter((name) => name.endsWith(extension))
        .map((name) => name.slice(0, -extension.length))
        .filter(isId),
    append: async (agencyId, line) => {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const file = await open(fileOf(agencyId), 'a+', 0o600);
      try {
        // A line that was broken off must not take this one with it.
        const { size } = await file.stat();
        const end = Buffer.alloc(1, '\n');
        if (size > 0) await file.read(end, 0, 1, size - 1);
        await file.appendFile(`${end.toString() === '\n' ? '' : '\n'}${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await syncDirectory(directory);
    },
  };
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

/** A checkpoint has about 400 bytes. */
const endBytes = 8_192;

/** The end of a file, from the beginning of a line. */
async function readEnd(path: string): Promise<string> {
  const file = await open(path, 'r').catch(unlessMissing(undefined));
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - endBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const text = buffer.subarray(0, bytesRead).toString();
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } finally {
    await file.close();
  }
}

/** A new file is there for good when its directory is. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const unlessMissing =
  <Value>(instead: Value) =>
  (error: unknown): Value => {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return instead;
    throw error;
  };
