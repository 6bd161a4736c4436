import type { FieldProblem, Texts } from '@yitu/kernel';
import type { CellType, Column } from './columns.ts';
import type { TableErrors } from './errors.ts';
import type { CellProblem } from './import.ts';
import type { TableRow } from './table.ts';

const key = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/[\s*]/g, '');

/**
 * The columns a table has, by its first row: their names in Chinese or English.
 * @throws columns-do-not-fit of the service, naming each that is unknown, missing or there twice
 */
export function columnsIn(
  known: readonly Column[],
  { cells }: TableRow,
  errors: TableErrors,
): (Column | undefined)[] {
  const named = new Map(known.flatMap((one) => [one.name.zh, one.name.en].map((name) => [key(name), one])));
  const found = cells.map((cell) => named.get(key(cell)));
  const problem = (name: string, rule: string, zh: string, en: string): FieldProblem => ({
    field: `/file/${name.slice(0, 60)}`,
    rule,
    message: { zh, en },
  });
  const fields = [
    ...cells.flatMap((cell, at) =>
      cell !== '' && !found[at] ? [problem(cell, 'unknown-column', '未知的列', 'is not a known column')] : [],
    ),
    ...known
      .filter((one) => one.required && !found.includes(one))
      .map(({ name }) => problem(name.zh, 'required', '缺少此列', `is missing (${name.en})`)),
    ...known
      .filter((one) => found.filter((other) => other === one).length > 1)
      .map(({ name }) => problem(name.zh, 'once', '此列重复', 'is there twice')),
  ];
  if (fields.length > 0) throw errors.columnsDoNotFit({ fields: fields.slice(0, 50) });
  return found;
}

/** What a row says. */
export interface ReadRow {
  readonly input: Record<string, unknown>;
  readonly problems: CellProblem[];
}

/** Pure: the input that the cells of a row make; what a cell cannot be is told, empty cells are left out. */
export function readRow(columns: readonly (Column | undefined)[], { cells }: TableRow): ReadRow {
  const input: Record<string, unknown> = {};
  const problems: CellProblem[] = [];
  if (cells.some((cell, at) => cell !== '' && !columns[at]))
    problems.push({ column: { zh: '', en: '' }, ...outside });
  const currency = cells[columns.findIndex((one) => one?.path.endsWith('/currency'))] ?? '';
  cells.forEach((cell, at) => {
    if (cell === '') return;
    const column = columns[at];
    if (!column) return;
    if (failed.test(cell)) return void problems.push({ column: column.name, ...errorCell });
    const value = valueOf(column, cell, currency);
    if (value === undefined)
      problems.push({ column: column.name, rule: column.type, message: wantedOf(column) });
    else put(input, column, value);
  });
  return { input, problems };
}

const outside = {
  rule: 'too-many-cells',
  message: { zh: '该行单元格多于表头', en: 'The row has more cells than there are columns' },
};

/** What a spreadsheet shows where a formula has failed. */
const failed = /^#(?:N\/A|DIV\/0!|[A-Z_]+[!?]|GETTING_DATA)$/;

const errorCell = {
  rule: 'error-cell',
  message: { zh: '单元格是公式错误', en: 'holds the error of a formula' },
};

const wanted: Readonly<Record<Exclude<CellType, 'word'>, Texts>> = {
  text: { zh: '应为文字', en: 'must be a text' },
  integer: { zh: '应为整数', en: 'must be a whole number' },
  boolean: { zh: '应为“是”或“否”', en: 'must be yes or no' },
  date: { zh: '应为日期，例如 2026-07-01', en: 'must be a date such as 2026-07-01' },
  list: { zh: '应以分号分隔', en: 'must be parted by semicolons' },
  texts: { zh: '每项应为“中文|English”，以分号分隔', en: 'each must be 中文|English, parted by semicolons' },
  amount: { zh: '应为金额，例如 1299.00', en: 'must be an amount such as 1299.00' },
};

function wantedOf({ type, words = {} }: Column): Texts {
  if (type !== 'word') return wanted[type];
  const names = Object.values(words);
  return {
    zh: `应为以下之一：${names.map(({ zh }) => zh).join('、')}`,
    en: `must be one of: ${names.map(({ en }) => en).join(', ')}`,
  };
}

const parts = (cell: string) =>
  cell
    .split(/[;；、]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** @returns nothing where the cell cannot be that */
function valueOf({ type, words = {} }: Column, cell: string, currency: string): unknown {
  switch (type) {
    case 'text':
      return cell;
    case 'integer':
      return /^-?\d{1,9}$/.test(cell) ? Number(cell) : undefined;
    case 'boolean':
      return /^(是|yes|true)$/i.test(cell) || (/^(否|no|false)$/i.test(cell) ? false : undefined);
    case 'date':
      return dateOf(cell);
    case 'list':
      return parts(cell);
    case 'texts':
      return textsOf(cell);
    case 'word':
      return Object.entries(words).find(([value, { zh, en }]) =>
        [value, zh, en].some((name) => key(name) === key(cell)),
      )?.[0];
    case 'amount':
      return minorUnits(cell, currency);
  }
}

/** A spreadsheet writes `2026/7/1`. Whether there is such a day is a rule of the schema. */
function dateOf(cell: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(cell) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function textsOf(cell: string): Texts[] | undefined {
  const pairs = cell
    .split(/[;；]/)
    .filter((one) => one.trim() !== '')
    .map((one) => one.split(/[|｜]/));
  if (pairs.some((pair) => pair.length !== 2)) return undefined;
  return pairs.map(([zh = '', en = '']) => ({ zh: zh.trim(), en: en.trim() }));
}

/** Exact: the digits as they are written, as many behind the point as the currency has. */
function minorUnits(cell: string, currency: string): string | undefined {
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
  const [, whole, fraction = ''] = /^(\d{1,15})(?:\.(\d+))?$/.exec(cell) ?? [];
  if (whole === undefined || fraction.replace(/0+$/, '').length > digits) return undefined;
  return BigInt(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`).toString();
}

function put(input: Record<string, unknown>, { path, entry }: Column, value: unknown): void {
  const [name = '', ...members] = path.split('/').slice(1).toReversed();
  const holder = members.toReversed().reduce<Record<string, unknown>>((object, member) => {
    object[member] ??= {};
    return object[member] as Record<string, unknown>; // made here
  }, input);
  if (!entry) holder[name] = value;
  else ((holder[name] ??= []) as object[]).push({ ...entry, amount: value }); // made here
}

/** The cell that a problem of the input is about: of several whose column says a part of it, the first. */
export function cellProblem(columns: readonly Column[], { field, rule, message }: FieldProblem): CellProblem {
  const path = field.replace(/^\/body/, '');
  const of =
    columns.find((one) => path === one.path || path.startsWith(`${one.path}/`)) ??
    columns.find((one) => one.path.startsWith(`${path}/`));
  return { column: of?.name ?? { zh: path, en: path }, rule, message };
}
