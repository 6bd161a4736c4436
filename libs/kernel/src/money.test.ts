import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, allocate, money, moneyFromJson, moneyToJson, subtract, sum } from './money.ts';

const amounts = fc.bigInt(-(10n ** 15n), 10n ** 15n);

describe('money', () => {
  it('does not add different currencies', () => {
    expect(() => add(money(1n, 'CNY'), money(1n, 'EUR'))).toThrow('CNY and EUR do not add up');
  });

  it('refuses what is no currency code', () => {
    expect(() => money(1n, 'yuan')).toThrow('"yuan" is not an ISO 4217 code');
  });

  it('takes away what was added', () => {
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        const [a, b] = [money(left, 'CNY'), money(right, 'CNY')];
        expect(subtract(add(a, b), b)).toEqual(a);
      }),
    );
  });

  it('keeps every digit in JSON', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(moneyFromJson(moneyToJson(money(amount, 'CNY')))).toEqual(money(amount, 'CNY'));
      }),
    );
  });

  it('loses and makes no minor unit when it is split', () => {
    const weights = fc
      .array(fc.bigInt(0n, 1_000n), { minLength: 1, maxLength: 20 })
      .filter((list) => list.some((weight) => weight > 0n));
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), weights, (amount, list) => {
        const parts = allocate(money(amount, 'CNY'), list);
        expect(parts).toHaveLength(list.length);
        expect(sum(parts, 'CNY').amount).toBe(amount);
        expect(
          parts.every((part, index) => part.amount >= 0n && (list[index] !== 0n || part.amount === 0n)),
        ).toBe(true);
      }),
    );
  });
});
