import { readSheet } from 'read-excel-file/node';
import { packed, TooLarge, unpack, type Part } from './zip-parts.ts';

interface Limits {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The first sheet of an XLSX file, each cell as a text; dates as local dates.
 * @throws TooLarge before anything large is unpacked; other errors where it is no such file
 */
export async function readWorkbook(file: Buffer, limits: Limits): Promise<string[][]> {
  const parts = unpack(file);
  for (const { content } of parts) checkCells(content, limits);
  // The reader walks the file its own way, past the directory: it gets what was looked at, and nothing else.
  const rows = (await readSheet(packed(parts.map(withErrors)))) as readonly (readonly unknown[])[]; // its typings call a Date the class
  return rows.map((row) => row.map(cellText));
}

/** Cells whose formula failed, as texts that say so: the reader takes them for empty ones, and a row would lose what nobody has left out. */
const withErrors = ({ name, content }: Part): Part => ({
  name,
  content: Buffer.from(content.toString('latin1').replaceAll(failed, '$1"str"'), 'latin1'),
});

const failed = /(<(?:\w+:)?c\s(?:[^<>]*?\s)?t\s*=\s*)(?:"e"|'e')/g;

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

/** One cell at the far end of a sheet makes a reader fill in all the others: where cells say they stand is looked at first. */
function checkCells(content: Buffer, { rows, columns }: Limits): void {
  for (const [, address = ''] of content.toString('utf8').matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) {
    const [, letters = '', digits = '0'] = /^([A-Z]{0,3})(\d{0,7})$/.exec(address) ?? [undefined, 'ZZZ'];
    if (columnNumber(letters) > columns || Number(digits) > rows + 1_000) throw new TooLarge();
  }
}

const columnNumber = (letters: string) =>
  Array.from(letters).reduce((number, letter) => number * 26 + (letter.codePointAt(0) ?? 0) - 64, 0);
