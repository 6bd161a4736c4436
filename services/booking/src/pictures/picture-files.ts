import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isId, newId } from '@yitu/kernel';

/** The files of pictures, in a directory that all replicas share: `<agency>/<first two of the hash>/<hash>`. */
export interface PictureFiles {
  /** Returns after the file is on the disk for good, whole under its name. @returns the hash that names it */
  store(agencyId: string, bytes: Buffer): Promise<string>;
  read(agencyId: string, hash: string): Promise<Buffer>;
  /** Files that have been there for some time, also such as were never finished. */
  olderThan(seconds: number): Promise<StoredFile[]>;
}

export interface StoredFile {
  readonly agencyId: string;
  /** The hash; of what was never finished, no hash. */
  readonly name: string;
  remove(): Promise<void>;
}

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export function pictureFiles(directory: string): PictureFiles {
  const pathOf = (agencyId: string, hash: string) => join(directory, agencyId, hash.slice(0, 2), hash);
  return {
    store: async (agencyId, bytes) => {
      const hash = hashOf(bytes);
      const path = pathOf(agencyId, hash);
      await mkdir(dirname(path), { recursive: true });
      const unfinished = `${path}.${newId()}.part`;
      await synced(unfinished, 'wx', (file) => file.writeFile(bytes));
      await rename(unfinished, path);
      await synced(dirname(path), 'r');
      return hash;
    },
    read: (agencyId, hash) => readFile(pathOf(agencyId, hash)),
    olderThan: (seconds) => filesOlderThan(directory, seconds),
  };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function synced(path: string, flags: string, work?: (file: Opened) => Promise<void>): Promise<void> {
  const file = await open(path, flags);
  try {
    await work?.(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function filesOlderThan(directory: string, seconds: number): Promise<StoredFile[]> {
  await mkdir(directory, { recursive: true });
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const before = Temporal.Now.instant().subtract({ seconds }).epochMilliseconds;
  const found: StoredFile[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const agencyId = entry.parentPath.split('/').at(-2);
    const known = await stat(path).catch(goneIsNothing);
    if (agencyId === undefined || !isId(agencyId) || !known || known.mtimeMs > before) continue;
    found.push({
      agencyId,
      name: entry.name,
      remove: async () => {
        await unlink(path).catch(goneIsNothing);
      },
    });
  }
  return found;
}

/** Another replica may collect at the same time. */
function goneIsNothing(error: unknown): undefined {
  if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return undefined;
  throw error;
}
