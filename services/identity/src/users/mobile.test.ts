import { describe, expect, it } from 'vitest';
import { mobileOf } from './mobile.ts';

describe('a mobile number', () => {
  it.each([
    ['138 1234 5678', 'CN', '+8613812345678'],
    ['+86 138-1234-5678', 'CN', '+8613812345678'],
    ['008613812345678', 'CN', '+8613812345678'],
    ['１３８１２３４５６７８', 'CN', '+8613812345678'],
    ['9123 4567', 'HK', '+85291234567'],
    ['+1 (415) 555-2671', 'CN', '+14155552671'],
  ])('%s of %s is %s', (text, country, expected) => {
    expect(mobileOf(text, country)).toBe(expected);
  });

  it.each([
    ['a land line', '010 6552 9988'],
    ['too short', '1381234567'],
    ['no number', '+ - . ()'],
    ['of no country', '+999 1234 5678'],
  ])('is not %s', (_what, text) => {
    expect(() => mobileOf(text, 'CN')).toThrow('identity/no-mobile-number');
  });
});
