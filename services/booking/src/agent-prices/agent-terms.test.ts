import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceOf, type PriceRow } from '../pricing/price.ts';
import { agentTermsOf, type AgentListRow } from './agent-terms.ts';

const all: AgentListRow = { ofProduct: false, currency: null, discountBasisPoints: 500, prices: [] };
const own: AgentListRow = {
  ofProduct: true,
  currency: 'CNY',
  discountBasisPoints: 1_000,
  prices: [{ travellerCategory: 'adult', amount: '777' }],
};
const asAgent = { travellerCategory: 'adult', customerCategory: 'key', channel: 'agent' } as const;
const price = (amount: bigint): PriceRow[] => [
  { travellerCategory: 'adult', customerCategory: '*', channel: '*', amount },
  { travellerCategory: 'infant', customerCategory: '*', channel: '*', amount },
];

describe('what a branch has agreed as an agent', () => {
  it.each([
    ['nothing where it has no list', [], 1_000n],
    ['the discount of all products', [all], 950n],
    ["the product's price before any discount", [all, own], 777n],
    [
      "the product's discount where its prices are in another currency",
      [{ ...own, currency: 'USD' }, all],
      900n,
    ],
  ])('is %s', (_what, lists, expected) => {
    const agentTerms = agentTermsOf(lists, 'CNY');
    expect(priceOf({ prices: price(1_000n), agentTerms }, asAgent)).toBe(expected);
  });

  it('goes before the price of the customer group, for its own categories and channel only', () => {
    const agentTerms = agentTermsOf([own], 'CNY');
    const prices = [...price(1_000n), { ...asAgent, amount: 1n }];
    expect(priceOf({ prices, agentTerms }, asAgent)).toBe(777n);
    expect(priceOf({ prices, agentTerms }, { ...asAgent, travellerCategory: 'infant' })).toBe(900n);
    expect(priceOf({ prices, agentTerms }, { ...asAgent, channel: 'counter' })).toBe(1_000n);
  });

  it('never costs more than without a discount, nor less than agreed or nothing', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), fc.integer({ min: 0, max: 10_000 }), (amount, discount) => {
        const agentTerms = agentTermsOf([{ ...all, discountBasisPoints: discount }], 'CNY');
        const paid = priceOf({ prices: price(amount), agentTerms }, asAgent);
        const exact = amount * BigInt(10_000 - discount);
        expect(paid <= amount && paid * 10_000n >= exact && paid * 10_000n < exact + 10_000n).toBe(true);
      }),
    );
  });
});
