import { inflateRawSync } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';

const mostBytes = 30 * 1024 * 1024;
const mostParts = 200;

interface Limits {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The first sheet of an XLSX file, each cell as a text; dates as local dates.
 * @throws TooLarge before anything large is unpacked; other errors where it is no such file
 */
export async function readWorkbook(file: Buffer, limits: Limits): Promise<string[][]> {
  checkParts(file, limits);
  const rows = (await readSheet(file)) as readonly (readonly unknown[])[]; // its typings call a Date the class
  return rows.map((row) => row.map(cellText));
}

/** The file holds more than anybody fills in. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

function cellText(value: unknown): string {
  if (value instanceof Date)
    return Temporal.Instant.fromEpochMilliseconds(value.getTime())
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .toString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** What a file claims of its sizes is no measure: each part is unpacked here, and no further than the limit. */
function checkParts(file: Buffer, limits: Limits): void {
  let left = mostBytes;
  for (const part of partsOf(file)) {
    const content = unpacked(file, part, left);
    left -= content.length;
    checkCells(content, limits);
  }
}

interface Part {
  readonly method: number;
  readonly size: number;
  readonly at: number;
}

/** The parts by the directory at the end of a zip file (APPNOTE 4.3.12). */
function partsOf(file: Buffer): Part[] {
  const end = file.lastIndexOf(Buffer.from('PK\u{5}\u{6}', 'latin1'));
  if (end === -1) throw new RangeError('there is no directory');
  const count = file.readUInt16LE(end + 10);
  if (count > mostParts) throw new TooLarge();
  const parts: Part[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (file.toString('latin1', at, at + 4) !== 'PK\u{1}\u{2}')
      throw new RangeError('the directory is damaged');
    parts.push({
      method: file.readUInt16LE(at + 10),
      size: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function unpacked(file: Buffer, { method, size, at }: Part, left: number): Buffer {
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(start, start + size);
  if (method === 0 && packed.length <= left) return packed;
  try {
    if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) });
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge();
    throw error;
  }
  if (method === 0) throw new TooLarge();
  throw new RangeError('a part is packed in a way of its own');
}

/** One cell at the far end of a sheet makes a reader fill in all the others: where cells say they stand is looked at first. */
function checkCells(content: Buffer, { rows, columns }: Limits): void {
  for (const [, address = ''] of content.toString('utf8').matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) {
    const [, letters = '', digits = '0'] = /^([A-Z]{0,3})(\d{0,7})$/.exec(address) ?? [undefined, 'ZZZ'];
    if (columnNumber(letters) > columns || Number(digits) > rows + 1_000) throw new TooLarge();
  }
}

const columnNumber = (letters: string) =>
  Array.from(letters).reduce((number, letter) => number * 26 + (letter.codePointAt(0) ?? 0) - 64, 0);
