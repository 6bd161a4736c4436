import { describe, expect, it } from 'vitest';
import known from './social-credit-code.cases.json' with { type: 'json' };
import { socialCreditCode } from './social-credit-code.ts';

describe('a unified social credit code', () => {
  it.each(known.cases.filter(({ valid }) => valid))('$value is accepted', ({ value }) => {
    expect(socialCreditCode(value)).toBe(value.replaceAll(' ', ''));
  });

  it.each(known.cases.filter(({ valid }) => !valid))('$value is refused: $reason', ({ value }) => {
    expect(socialCreditCode(value)).toBeUndefined();
  });

  it('is taken in small letters and with spaces', () => {
    expect(socialCreditCode(' 91 110000 600037341l ')).toBe('91110000600037341L');
  });
});
