import { describe, expect, it } from 'vitest';
import { may } from './columns.ts';
import { tableErrors } from './errors.ts';
import { columnsIn, readRow } from './read-row.ts';

const known = [may('/name', '名称', 'Name'), may('/days', '天数', 'Days', 'integer')];
const row = (...cells: string[]) => ({ number: 2, cells });

describe('a row', () => {
  it('with more cells than there are columns is told of once, however many they are', () => {
    const columns = columnsIn(known, row('Name*', '天 数'), tableErrors('booking'));
    expect(columns).toEqual(known);
    const { input, problems } = readRow(columns, row('Li', '5', 'x', 'y', '', 'z'));
    expect(input).toEqual({ name: 'Li', days: 5 });
    expect(problems).toMatchObject([{ rule: 'too-many-cells' }]);
  });

  it('in which a formula has failed is told of by its column, whatever stands there otherwise', () => {
    const { input, problems } = readRow(known, row('#N/A', '#DIV/0!'));
    expect(input).toEqual({});
    expect(problems).toMatchObject([
      { column: { en: 'Name' }, rule: 'error-cell' },
      { column: { en: 'Days' }, rule: 'error-cell' },
    ]);
    expect(readRow(known, row('#1 Hotel')).problems).toEqual([]);
  });
});
