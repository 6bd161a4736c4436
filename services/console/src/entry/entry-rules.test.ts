import { describe, expect, it } from 'vitest';
import { needed, problemsOf } from './entry-rules.ts';

const rules = {
  name: needed('fill in'),
  password: (value: string) => (value.length < 10 ? 'short' : undefined),
  again: (value: string, { password }: Readonly<Record<string, string>>) =>
    value === password ? undefined : 'differs',
};

describe('the rules of a form before the sign-in', () => {
  it('finds what is wrong with which field, in their order', () => {
    const found = problemsOf(rules, { name: '', password: 'short', again: '' });
    expect(Object.entries(found)).toEqual([
      ['name', 'fill in'],
      ['password', 'short'],
      ['again', 'differs'],
    ]);
  });

  it('finds nothing where all is well', () => {
    expect(problemsOf(rules, { name: '钱女士', password: 'long enough', again: 'long enough' })).toEqual({});
  });

  it('takes blanks alone for nothing', () => {
    expect(needed('fill in')('  \u3000')).toBe('fill in');
  });
});
