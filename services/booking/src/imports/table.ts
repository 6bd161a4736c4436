import { parse } from 'csv-parse/sync';
import { importErrors } from './errors.ts';
import { readWorkbook, TooLarge } from './workbook.ts';

/** Rows at the most beside the names of the columns. */
const mostRows = 5_000;

/** Cells of a row at the most: no template has as many. */
const mostColumns = 100;

/** A row of a table as it was written; its number is what a spreadsheet shows beside it. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV or XLSX file, told by its content; rows in which nothing stands are left out.
 * @throws booking/not-a-table, table-too-large, no-rows
 */
export async function readTable(file: Buffer): Promise<TableRow[]> {
  const zip = file.subarray(0, 4).equals(Buffer.from('PK\u{3}\u{4}', 'latin1'));
  const all = zip ? await readXlsx(file) : readCsv(file);
  const rows = all
    .map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length < 2) throw importErrors.noRows();
  if (rows.length > mostRows + 1) throw importErrors.tableTooLarge({ rows: mostRows });
  return rows;
}

async function readXlsx(file: Buffer): Promise<string[][]> {
  try {
    return await readWorkbook(file, { rows: mostRows + 1, columns: mostColumns });
  } catch (error) {
    if (error instanceof TooLarge) throw importErrors.tableTooLarge({ rows: mostRows });
    throw importErrors.notATable({ cause: error });
  }
}

function readCsv(file: Buffer): string[][] {
  const text = decoded(file);
  try {
    return parse(text, { relax_column_count: true, max_record_size: 200_000, to: mostRows + 1_000 });
  } catch (error) {
    throw importErrors.notATable({ cause: error });
  }
}

/** UTF-8 with or without its mark; what is none is what Excel saves in Chinese. */
function decoded(file: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file);
      if (!text.includes('\0')) return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  throw importErrors.notATable();
}
