import { describe, expect, it } from 'vitest';
import { resultOf, verdict } from './result.ts';

const list = (secured: number) =>
  ({ name: 'a list', kind: 'list', secured: [secured, 9, secured], bare: [1, 1, 7] }) as const;
const single = (secured: number) =>
  ({ name: 'one', kind: 'single', secured: [secured], bare: [0.1] }) as const;

describe('what S6 says', () => {
  it('is one line of JSON: what row security adds to the list it costs most, and to a single read', () => {
    const result = resultOf([list(1.02), list(1.05), single(0.12)]);
    expect(JSON.stringify(result)).toBe('{"id":"S6","list":0.05,"single":0.2}');
    expect(verdict(result)).toBe('The promise is kept.');
  });

  it('names each part of the promise that is missed', () => {
    expect(verdict(resultOf([list(1.06), list(1), single(0.13)]))).toBe(
      'The promise is missed: row security costs 6.0 % on a list read, promised are 5.0 %; row security costs 30.0 % on a single read, promised are 20.0 %.',
    );
  });

  it('lets row security cost nothing', () => {
    expect(resultOf([list(0.9), single(0.1)])).toEqual({ id: 'S6', list: -0.1, single: 0 });
  });
});
