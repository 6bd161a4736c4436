import { raw } from '@mikro-orm/core';
import { describe, expect, it } from 'vitest';
import { boundStatement } from './bound-statement.ts';

describe('a bound statement', () => {
  it('has its values apart from its text, in their order', () => {
    const { text, values } = boundStatement('select ? where a = ? and b = ?', [1, 'x', null]);
    expect([text, values]).toEqual(['select $1 where a = $2 and b = $3', [1, 'x', null]]);
  });

  it('keeps a question mark that is none of its marks', () => {
    expect(boundStatement('select a \\? b, ?', [1]).text).toBe('select a ? b, $1');
  });

  it('quotes identifiers and writes lists and fragments out', () => {
    const fragment = raw('lower(?)', ['Ä']);
    const { text, values } = boundStatement('select ?? from t where a in (?) and b = ?', [
      'n"o',
      [1, 2],
      fragment,
    ]);
    expect(text).toBe('select "n""o" from t where a in ($1, $2) and b = lower($3)');
    expect(values).toEqual([1, 2, 'Ä']);
  });

  it('gives values as PostgreSQL reads them', () => {
    const { values } = boundStatement('select ?, ?, ?', [10n ** 18n, new Date(0), { a: ['b'] }]);
    expect(values).toEqual(['1000000000000000000', '1970-01-01T00:00:00.000Z', '{"a":["b"]}']);
  });

  it('has one name for one text', () => {
    const [first, again, other] = ['select 1, ?', 'select 1, ?', 'select 2, ?'].map((sql) =>
      boundStatement(sql, [1]),
    );
    expect(first?.name).toBe(again?.name);
    expect(first?.name).not.toBe(other?.name);
  });
});
