import { crc32, inflateRawSync } from 'node:zlib';

const mostBytes = 30 * 1024 * 1024;
const mostParts = 200;

/** The file holds more than anybody fills in. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** A part of a zip file, as it was before it was packed. */
export interface Part {
  readonly name: Buffer;
  readonly content: Buffer;
}

/**
 * The parts that the directory of a zip file names. What a file claims of its sizes is no measure: each part is unpacked here, and no further than the limit.
 * @throws TooLarge; other errors where it is no such file
 */
export function unpack(file: Buffer): Part[] {
  let left = mostBytes;
  return entriesOf(file).map((entry) => {
    const content = unpacked(file, entry, left);
    left -= content.length;
    return { name: entry.name, content };
  });
}

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly size: number;
  readonly at: number;
}

/** The entries of the directory at the end of a zip file (APPNOTE 4.3.12). */
function entriesOf(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from('PK\u{5}\u{6}', 'latin1'));
  if (end === -1) throw new RangeError('there is no directory');
  const count = file.readUInt16LE(end + 10);
  if (count > mostParts) throw new TooLarge();
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (file.toString('latin1', at, at + 4) !== 'PK\u{1}\u{2}')
      throw new RangeError('the directory is damaged');
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.subarray(at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      size: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function unpacked(file: Buffer, { method, size, at }: Entry, left: number): Buffer {
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const content = file.subarray(start, start + size);
  if (method === 0 && content.length <= left) return content;
  try {
    if (method === 8) return inflateRawSync(content, { maxOutputLength: Math.max(left, 1) });
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge();
    throw error;
  }
  if (method === 0) throw new TooLarge();
  throw new RangeError('a part is packed in a way of its own');
}

/** A zip file of exactly these parts, as they are (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
export function packed(parts: readonly Part[]): Buffer {
  const [local, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content } of parts) {
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    local.push(signature(3, 4), head, name, content);
    directory.push(signature(1, 2), Buffer.from([20, 0]), head, place, name);
    at += 30 + name.length + content.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, entries, signature(5, 6), end]);
}

const signature = (...kind: readonly [number, number]) => Buffer.from([0x50, 0x4b, ...kind]);
