import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideMatch, weights, type Candidate, type Needs } from './decide.ts';

const guilin: Candidate = {
  ...{ id: 'p', destinationCountry: 'CN', destinationCity: '桂林', days: 5, themes: ['nature', 'river'] },
  ...{ transport: ['flight'], lodging: 'upscale', offer: { amount: 300_000n, departsOn: '2027-05-01' } },
};
const needs = (stated: Partial<Needs>): Needs => ({ currency: 'CNY', ...stated });

describe('a product that is recommended', () => {
  it('meets all needs with full points, and says why', () => {
    const { score, reasons } = decideMatch(
      needs({ country: 'CN', city: '桂林', theme: ['nature'], budget: 300_000n, departsFrom: '2027-05-01' }),
      guilin,
    );
    expect(score).toBe(100);
    expect(reasons.map(({ need, met }) => [need, met])).toEqual([
      ['destination', true],
      ['dates', true],
      ['budget', true],
      ['theme', true],
    ]);
    expect(reasons[2]?.text).toEqual({
      zh: '价格 ¥3,000.00，在预算之内',
      en: 'It costs CN¥3,000.00, within the budget',
    });
  });

  it.each<[string, Partial<Needs>, number]>([
    ['another city of the country', { country: 'CN', city: '昆明' }, 15],
    ['another country', { country: 'JP' }, 0],
    ['one theme of two', { theme: ['nature', 'snow'] }, 6],
    ['a tenth above the budget', { budget: 272_728n }, 8],
    ['far above the budget', { budget: 200_000n }, 0],
    ['a day more or less', { days: 4 }, 2],
    ['another lodging', { lodging: 'luxury' }, 0],
    ['one means of transport of two', { transport: ['train', 'flight'] }, 6],
  ])('gets for %s its part of the points', (_what, stated, points) => {
    expect(decideMatch(needs(stated), guilin).reasons.map((reason) => reason.points)).toEqual([points]);
  });

  it('without a departure on the days has neither dates nor a price', () => {
    const { reasons } = decideMatch(needs({ departsFrom: '2030-01-01', budget: 1n }), {
      ...guilin,
      offer: null,
    });
    expect(reasons.map(({ points }) => points)).toEqual([0, 0]);
  });

  it('never gets more than a need weighs, nor a better score at a higher price', () => {
    const price = fc.bigInt({ min: 0n, max: 10n ** 18n });
    fc.assert(
      fc.property(
        price,
        price,
        price,
        fc.array(fc.constantFrom('nature', 'snow', 'river'), { maxLength: 3 }),
        (budget, one, other, theme) => {
          const [low, high] = one < other ? [one, other] : [other, one];
          const stated = needs({ budget, theme, country: 'CN' });
          const at = (amount: bigint) =>
            decideMatch(stated, { ...guilin, offer: { amount, departsOn: '2027-05-01' } });
          expect(at(low).score).toBeGreaterThanOrEqual(at(high).score);
          for (const { need, points } of at(low).reasons) {
            expect(points).toBeGreaterThanOrEqual(0);
            expect(points).toBeLessThanOrEqual(
              new Map<string, number>(Object.entries(weights)).get(need) ?? -1,
            );
          }
          expect(at(low).score).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
