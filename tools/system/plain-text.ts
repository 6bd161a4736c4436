import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Values to look for, by a name that may be told. */
export type Needles = Readonly<Record<string, string>>;

/** A value was found: what, in which form, and where. */
export interface Find {
  readonly value: string;
  readonly place: string;
}

/** A value as it is, and as bytes are commonly written. */
function formsOf(value: string): [string, Buffer][] {
  const bytes = Buffer.from(value);
  const forms = [value, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')];
  return [
    ...forms.map((form, index): [string, Buffer] => [
      ['', ' (hex)', ' (base64)'][index] ?? '',
      Buffer.from(form),
    ]),
    [' (UTF-16)', Buffer.from(value, 'utf16le')],
  ];
}

/** The names of the values that bytes hold, with the form they are in. */
export const findInBytes = (bytes: Buffer, needles: Needles): string[] =>
  Object.entries(needles).flatMap(([name, value]) =>
    formsOf(value).flatMap(([form, sought]) => (bytes.includes(sought) ? [`${name}${form}`] : [])),
  );

const overlap = 1_024; // longer than any form of any value

/**
 * Every file below a folder, or one file, byte by byte. A file that is gone meanwhile holds nothing.
 * @param chosen by their names; all when left out
 */
export async function findInFiles(
  path: string,
  needles: Needles,
  chosen: (name: string) => boolean = () => true,
): Promise<Find[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(notAFolder);
  const files = entries
    ?.filter((entry) => entry.isFile() && chosen(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  const finds: Find[] = [];
  for (const file of files ?? [path]) {
    const found = new Set<string>();
    let before = Buffer.alloc(0);
    try {
      for await (const chunk of createReadStream(file, { highWaterMark: 4 * 1024 * 1024 })) {
        const bytes = Buffer.concat([before, chunk as Buffer]); // without an encoding a stream gives buffers
        for (const value of findInBytes(bytes, needles)) found.add(value);
        before = bytes.subarray(-overlap);
      }
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    finds.push(...[...found].map((value) => ({ value, place: file })));
  }
  return finds;
}

const isGone = (error: unknown) => error instanceof Error && Reflect.get(error, 'code') === 'ENOENT';

function notAFolder(error: unknown): undefined {
  if (error instanceof Error && Reflect.get(error, 'code') === 'ENOTDIR') return undefined;
  throw error;
}
