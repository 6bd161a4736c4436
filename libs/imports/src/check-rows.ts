import { newId } from '@yitu/kernel';
import { checkInput } from '@yitu/runtime';
import type { TSchema } from 'typebox';
import type { CheckedRow } from './checked-row.ts';
import type { TableErrors } from './errors.ts';
import { cellProblem, columnsIn, readRow } from './read-row.ts';
import type { TableRow } from './table.ts';
import type { TableKind } from './table-kind.ts';

/** What a table says, checked by the schema of its rows; what the database must say is asked later. @throws columns-do-not-fit of the service */
export function checkRows(
  kind: TableKind,
  [names, ...rows]: readonly TableRow[],
  errors: TableErrors,
): CheckedRow[] {
  if (!names) throw new Error('a table that was read has rows');
  const columns = columnsIn(kind.columns, names, errors);
  const check = checkOf(kind.input);
  const checked = rows.map((row): CheckedRow => {
    const { input, problems } = readRow(columns, row);
    const given = { ...kind.given, ...input };
    const told = new Set(problems.map(({ column }) => column.zh));
    // A cell that could not be read is missing from the input: that is told once.
    const broken = check(given)
      .map((problem) => cellProblem(kind.columns, problem))
      .filter(({ column }) => !told.has(column.zh));
    return { id: newId(), number: row.number, input: given, problems: [...problems, ...broken] };
  });
  return kind.together(checked);
}

const checks = new WeakMap<TSchema, ReturnType<typeof checkInput>>();

function checkOf(schema: TSchema): ReturnType<typeof checkInput> {
  const known = checks.get(schema) ?? checkInput(schema);
  checks.set(schema, known);
  return known;
}
