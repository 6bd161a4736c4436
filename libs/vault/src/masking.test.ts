import fc from 'fast-check';
import { expect, it } from 'vitest';
import { masked } from './masking.ts';

it.each([
  ['110101199003071234', { head: 6, tail: 4 }, '110101********1234'],
  ['E12345678', { head: 1, tail: 3 }, 'E*****678'],
  ['6222021234567890123', { head: 0, tail: 4 }, '***************0123'],
  ['A1234', { head: 1, tail: 3 }, '****4'],
  ['A12', { head: 1, tail: 3 }, '***'],
  ['', { head: 1, tail: 3 }, ''],
])('masks %s by %j', (value, rule, shown) => {
  expect(masked(value, rule)).toBe(shown);
});

it('hides at least half of every value, or eight characters, and keeps its length', () => {
  const lengths = fc.integer({ min: 0, max: 8 });
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{1,40}$/), lengths, lengths, (value, head, tail) => {
      const shown = masked(value, { head, tail });
      const hidden = shown.split('*').length - 1;
      expect(shown).toHaveLength(value.length);
      expect(hidden).toBeGreaterThanOrEqual(Math.min(8, value.length / 2));
    }),
  );
});
