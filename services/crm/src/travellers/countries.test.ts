import { expect, it } from 'vitest';
import { isCountry } from './countries.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);

it('knows the 249 countries of ISO 3166-1', () => {
  expect(codes).toHaveLength(249);
});

it('knows no code without a name', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
});

it.each(['UK', 'EU', 'XX', 'cn', ''])('does not take %j for one', (code) => {
  expect(isCountry(code)).toBe(false);
});
