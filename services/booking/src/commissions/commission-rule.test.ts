import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRules, commissionLeft, commissionOf, ruleFor, type Sale } from './commission-rule.ts';

const sale: Sale = {
  sellingBranchId: 'a',
  productKind: 'package-tour',
  channel: 'agent',
  seats: 3,
  total: 300_001n,
  currency: 'CNY',
};

describe('the rule for a commission', () => {
  const everywhere = { basisPoints: 100 };
  const byChannel = { channel: 'agent', basisPoints: 200 } as const;
  const byKind = { productKind: 'package-tour', basisPoints: 300 } as const;
  const byBranch = { sellingBranchId: 'a', basisPoints: 400 };
  const byAll = { ...byBranch, ...byKind, ...byChannel };

  it.each([
    ['the only one', [everywhere], everywhere],
    ['the channel before all', [everywhere, byChannel], byChannel],
    ['the kind of product before the channel', [byChannel, byKind], byKind],
    ['the branch before kind and channel together', [{ ...byKind, ...byChannel }, byBranch], byBranch],
    ['all that is named', [byBranch, byAll, byKind], byAll],
    ['an amount for a seat before a share', [everywhere, perSeat('CNY')], perSeat('CNY')],
    ['none in another currency', [everywhere, perSeat('USD')], everywhere],
    ['none of another branch', [{ sellingBranchId: 'b', basisPoints: 9 }], undefined],
  ])('is %s', (_what, rules, expected) => {
    expect(ruleFor(rules, sale)).toEqual(expected);
  });

  it('says a share or an amount, once for the same', () => {
    expect(() => checkRules([{}])).toThrow('booking/commission-rule-unclear');
    expect(() => checkRules([{ ...everywhere, ...perSeat('CNY') }])).toThrow(
      'booking/commission-rule-unclear',
    );
    expect(() => checkRules([everywhere, { basisPoints: 5 }])).toThrow('booking/commission-rule-twice');
    checkRules([everywhere, byChannel, perSeat('CNY'), perSeat('USD')]);
  });
});

describe('a commission', () => {
  it('is a share of the total, or an amount for each seat, and never more than the total', () => {
    expect(commissionOf({ basisPoints: 850 }, sale)).toBe(25_500n);
    expect(commissionOf(perSeat('CNY'), sale)).toBe(15_000n);
    expect(commissionOf(perSeat('CNY'), { ...sale, total: 10n })).toBe(10n);
  });

  it('shrinks with what is kept of the sale: all of it, none, and never the other way', () => {
    const amount = fc.bigInt(0n, 10n ** 15n);
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.integer({ min: 0, max: 10_000 }),
        (total, one, two, basisPoints) => {
          const earned = commissionOf({ basisPoints }, { ...sale, total });
          const [less, more] = one < two ? [one, two] : [two, one];
          const left = (kept: bigint) => commissionLeft(earned, total, kept);
          expect([left(total), left(0n)]).toEqual([earned, total === 0n ? earned : 0n]);
          expect(left(less) <= left(more) && left(more) <= earned && left(less) >= 0n).toBe(true);
        },
      ),
    );
  });
});

function perSeat(currency: string) {
  return { perSeat: { amount: '5000', currency } };
}
