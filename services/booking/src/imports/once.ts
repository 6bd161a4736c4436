import { cellProblem, type CheckedRow, type Column } from '@yitu/imports';

/** What names a product or a departure stands once in a table; the rows after the first are refused. */
export const onceBy = (member: string, columns: readonly Column[]) => (rows: readonly CheckedRow[]) => {
  const seen = new Set<unknown>();
  return rows.map((row): CheckedRow => {
    const again = seen.has(row.input[member]);
    seen.add(row.input[member]);
    if (!again) return row;
    return {
      ...row,
      problems: [...row.problems, cellProblem(columns, { field: `/body/${member}`, ...twice })],
    };
  });
};

const twice = {
  rule: 'once',
  message: { zh: '与前面的行重复', en: 'stands in a row before already' },
};
