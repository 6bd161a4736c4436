import { workbook, zip } from '@yitu/testkit/workbook-bytes';
import { describe, expect, it } from 'vitest';
import { tableErrors } from './errors.ts';
import { readTable } from './table.ts';

const errors = tableErrors('booking');
const cells = async (file: Buffer) => (await readTable(file, errors)).map((row) => row.cells);
const csv = 'City,Name\r\n桂林,"say ""hi"", and\r\ngo on"\r\n';

describe('a table', () => {
  it('is read from CSV with and without its mark, with quotes and line breaks in cells', async () => {
    const read = [
      ['City', 'Name'],
      ['桂林', 'say "hi", and\r\ngo on'],
    ];
    expect(await cells(Buffer.from(csv))).toEqual(read);
    expect(await cells(Buffer.from(`\u{feff}${csv}`))).toEqual(read);
  });

  it('is read as Excel saves it in Chinese', async () => {
    const file = Buffer.concat([Buffer.from('City\r\n'), Buffer.from([0xb9, 0xf0, 0xc1, 0xd6])]);
    expect(await cells(file)).toEqual([['City'], ['桂林']]);
  });

  it('has the numbers a spreadsheet shows beside its rows, and no empty ones', async () => {
    const rows = await readTable(Buffer.from('City\n\n桂林\n ,\n阳朔\n'), errors);
    expect(rows.map(({ number }) => number)).toEqual([1, 3, 5]);
  });

  it('loses no row behind blank ones', async () => {
    const rows = await readTable(Buffer.from(`a\n${'b\n\n'.repeat(4_000)}`), errors);
    expect([rows.length, rows.at(-1)?.number]).toEqual([4_001, 8_000]);
  });

  it('has as many columns as that', async () => {
    const line = (cell: string) => Array.from({ length: 100 }, () => cell).join(',');
    expect(await cells(Buffer.from(`${line('a')}\n${line('b')}\n`))).toHaveLength(2);
  });

  it('is read from XLSX, with its dates and numbers', async () => {
    const file = zip(
      workbook([
        ['City', 'Day', 'Price'],
        ['桂林', '2026-07-01', 12.5],
      ]),
    );
    expect(await cells(file)).toEqual([
      ['City', 'Day', 'Price'],
      ['桂林', '2026-07-01', '12.5'],
    ]);
  });

  it('has the errors of a workbook as they are shown there, not as empty cells', async () => {
    const row = `<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2" s="0" t='e'><v>#N/A</v></c><c r="C2"><v>1</v></c></row>`;
    const file = zip(workbook([], `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${row}</sheetData>`));
    expect(await cells(file)).toEqual([
      ['1', '', ''],
      ['#DIV/0!', '#N/A', '1'],
    ]);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'booking/no-rows'],
    ['names of columns only', Buffer.from('City\n'), 'booking/no-rows'],
    ['bytes', Buffer.from([0, 1, 2, 0xff]), 'booking/not-a-table'],
    ['a quote that never ends', Buffer.from('City\n"桂林'), 'booking/not-a-table'],
    ['another zip file', zip([{ name: 'a', content: Buffer.from('b') }]), 'booking/not-a-table'],
    ['a broken zip file', zip(workbook([['a'], ['b']])).subarray(0, 300), 'booking/not-a-table'],
    ['too many rows', Buffer.from('a\n'.repeat(5_002)), 'booking/table-too-large'],
    ['far too many cells in a row', Buffer.from(`a\n${','.repeat(100)}b\n`), 'booking/table-too-large'],
    ['a million columns', Buffer.from(`a${','.repeat(1_000_000)}\nb\n`), 'booking/table-too-large'],
    ['mostly blank lines', Buffer.from(`a\n${'\n'.repeat(20_000)}b\n`), 'booking/table-too-large'],
    ['far too many rows', Buffer.from('a\n'.repeat(100_000)), 'booking/table-too-large'],
  ])('is not %s', async (_name, file, code) => {
    await expect(readTable(file, errors)).rejects.toMatchObject({ code });
  });

  it('is refused before it is unpacked where it would fill the memory, whatever it claims', async () => {
    const bomb = { name: 'xl/worksheets/sheet2.xml', content: Buffer.alloc(40 * 1024 * 1024) };
    for (const claimed of [undefined, 10]) {
      const file = zip([...workbook([['a'], ['b']]), bomb], claimed);
      expect(file.length).toBeLessThan(100_000);
      await expect(readTable(file, errors)).rejects.toMatchObject({ code: 'booking/table-too-large' });
    }
  });

  it('is what the directory of its file names: what stands beside that is not unpacked', async () => {
    const name = 'xl/worksheets/sheet1.xml';
    const [, , , , other] = workbook([['x'], ['y']]);
    const listed = workbook([['a'], ['b']]);
    for (const content of [other?.content ?? Buffer.alloc(0), Buffer.alloc(40 * 1024 * 1024)]) {
      const hidden = { name, content, unlisted: true } as const;
      expect(await cells(zip([...listed, hidden]))).toEqual([['a'], ['b']]);
      expect(await cells(zip([hidden, ...listed]))).toEqual([['a'], ['b']]);
    }
  });

  it.each([
    '<c r="A1048576"><v>1</v></c>',
    '<c r="XFD1"><v>1</v></c>',
    `<c r='A9999999'><v>1</v></c>`,
    '<c r="&#65;1048576"/>',
  ])('is refused where a cell stands at the far end of the sheet: %s', async (cell) => {
    const file = zip(workbook([], `<sheetData><row>${cell}</row></sheetData>`));
    await expect(readTable(file, errors)).rejects.toMatchObject({ code: 'booking/table-too-large' });
  });
});
