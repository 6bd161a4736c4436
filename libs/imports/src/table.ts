import { parse } from 'csv-parse/sync';
import type { TableErrors } from './errors.ts';
import { readWorkbook } from './workbook.ts';
import { TooLarge } from './zip-parts.ts';

/** Rows at the most beside the names of the columns. */
const mostRows = 5_000;

/** Lines of a CSV file at the most, the blank ones among them. */
const mostLines = 4 * mostRows;

/** Cells of a row at the most: no template has as many. */
const mostColumns = 100;

/** A row of a table as it was written; its number is what a spreadsheet shows beside it. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV or XLSX file, told by its content; rows in which nothing stands are left out.
 * @throws not-a-table, table-too-large, no-rows of the service
 */
export async function readTable(file: Buffer, errors: TableErrors): Promise<TableRow[]> {
  const zip = file.subarray(0, 4).equals(Buffer.from('PK\u{3}\u{4}', 'latin1'));
  const all = zip ? await readXlsx(file, errors) : readCsv(file, errors);
  const rows = all
    .map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length < 2) throw errors.noRows();
  if (rows.length > mostRows + 1) throw tooLarge(errors);
  return rows;
}

async function readXlsx(file: Buffer, errors: TableErrors): Promise<string[][]> {
  try {
    return await readWorkbook(file, { rows: mostRows + 1, columns: mostColumns });
  } catch (error) {
    if (error instanceof TooLarge) throw tooLarge(errors);
    throw errors.notATable({ cause: error });
  }
}

function readCsv(file: Buffer, errors: TableErrors): string[][] {
  const text = decoded(file, errors);
  try {
    return parse(text, {
      relax_column_count: true,
      max_record_size: 200_000,
      on_record: (cells: string[], { records }) => {
        if (cells.length > mostColumns || records > mostLines) throw new TooLarge();
        return cells;
      },
    });
  } catch (error) {
    if (error instanceof TooLarge) throw tooLarge(errors);
    throw errors.notATable({ cause: error });
  }
}

const tooLarge = (errors: TableErrors) => errors.tableTooLarge({ rows: mostRows, columns: mostColumns });

/** UTF-8 with or without its mark; what is none is what Excel saves in Chinese. */
function decoded(file: Buffer, errors: TableErrors): string {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(file);
      if (!text.includes('\0')) return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  throw errors.notATable();
}
