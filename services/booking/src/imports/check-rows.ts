import { checkInput } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { NewDeparture } from '../departures/schedule-departure.ts';
import { NewProduct } from '../products/create-product.ts';
import { ProductCode } from '../products/product.ts';
import type { CellProblem, ImportKind } from './catalogue-import.ts';
import { cellProblem, columnsIn, readRow } from './read-row.ts';
import type { TableRow } from './table.ts';

/** What a row of each kind of table makes: what the routes take, a product by its code. */
export const RowInput = {
  products: Type.Object({ ...NewProduct.properties, code: ProductCode }),
  departures: Type.Object({ ...Type.Omit(NewDeparture, ['productId']).properties, productCode: ProductCode }),
};

export type ProductRow = Static<(typeof RowInput)['products']>;
export type DepartureRow = Static<(typeof RowInput)['departures']>;

const checks: Partial<Record<ImportKind, ReturnType<typeof checkInput>>> = {};

/** A row that is stored: with problems it is refused, without it waits. */
export interface CheckedRow {
  readonly number: number;
  readonly input: Record<string, unknown>;
  readonly problems: readonly CellProblem[];
}

const keyOf = { products: 'code', departures: 'groupNumber' } as const;

/** What a table says, checked by the schemas of the routes; what the database must say is asked later. @throws booking/columns-do-not-fit */
export function checkRows(kind: ImportKind, [names, ...rows]: readonly TableRow[]): CheckedRow[] {
  if (!names) throw new Error('a table that was read has rows');
  const columns = columnsIn(kind, names);
  const check = (checks[kind] ??= checkInput(RowInput[kind]));
  const seen = new Set<unknown>();
  return rows.map((row) => {
    const { input, problems } = readRow(columns, row);
    if (kind === 'products') input['themes'] ??= [];
    const told = new Set(problems.map(({ column }) => column.zh));
    // A cell that could not be read is missing from the input: that is told once.
    const broken = check(input)
      .map((problem) => cellProblem(kind, problem))
      .filter(({ column }) => !told.has(column.zh));
    const key = input[keyOf[kind]];
    const again = seen.has(key) ? [cellProblem(kind, { field: `/body/${keyOf[kind]}`, ...twice })] : [];
    seen.add(key);
    return { number: row.number, input, problems: [...problems, ...broken, ...again] };
  });
}

const twice = {
  rule: 'once',
  message: { zh: '与前面的行重复', en: 'stands in a row before already' },
};
