import { DomainError } from '@yitu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricedLines, totalOf } from './lines.ts';
import { channels, everyChannel, everyCustomer, priceCategories, priceOf, type PriceRow } from './price.ts';

const groups = ['prospect', 'regular', 'important', 'key'] as const;
const rowOf = fc.record({
  travellerCategory: fc.constantFrom(...priceCategories),
  customerCategory: fc.constantFrom(everyCustomer, ...groups),
  channel: fc.constantFrom(everyChannel, ...channels),
  amount: fc.bigInt(0n, 10n ** 15n),
});
const key = ({ travellerCategory, customerCategory, channel }: PriceRow) =>
  [travellerCategory, customerCategory, channel].join(' ');
const tables = fc.uniqueArray(rowOf, { selector: key, maxLength: 40 });
const buyings = fc.record({
  travellerCategory: fc.constantFrom(...priceCategories),
  customerCategory: fc.constantFrom(...groups),
  channel: fc.constantFrom(...channels),
});

const adult = { travellerCategory: 'adult', customerCategory: everyCustomer, channel: everyChannel } as const;
const regularAtCounter = {
  travellerCategory: 'adult',
  customerCategory: 'regular',
  channel: 'counter',
} as const;

/** What a function gives, or the code it refuses with. */
function outcomeOf<Result>(work: () => Result): Result | string {
  try {
    return work();
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

describe('the price of one', () => {
  it('is that of the customer’s group and the channel, then of the group, then of the channel, then of all', () => {
    const rows: PriceRow[] = [
      { ...adult, amount: 1n },
      { ...adult, channel: 'counter', amount: 2n },
      { ...adult, customerCategory: 'regular', amount: 3n },
      { ...adult, customerCategory: 'regular', channel: 'counter', amount: 4n },
    ];
    const found = rows.map((_row, index) => priceOf({ prices: rows.slice(0, index + 1) }, regularAtCounter));
    expect(found).toEqual([1n, 2n, 3n, 4n]);
  });

  it('is never that of another group, channel or category', () => {
    fc.assert(
      fc.property(tables, buyings, (prices, buying) => {
        const fits = prices.filter(
          (row) =>
            row.travellerCategory === buying.travellerCategory &&
            [everyCustomer, buying.customerCategory].includes(row.customerCategory) &&
            [everyChannel, buying.channel].includes(row.channel),
        );
        const weight = (row: PriceRow) =>
          (row.customerCategory === everyCustomer ? 0 : 2) + (row.channel === everyChannel ? 0 : 1);
        const [best] = fits.toSorted((left, right) => weight(right) - weight(left));
        const found = outcomeOf(() => priceOf({ prices }, buying));
        expect(found).toEqual(best ? best.amount : 'booking/no-price');
      }),
    );
  });

  it('does not depend on the order of the table', () => {
    fc.assert(
      fc.property(tables, buyings, (prices, buying) => {
        const all: PriceRow[] = [
          ...prices,
          { ...buying, customerCategory: everyCustomer, channel: everyChannel, amount: 7n },
        ];
        const table = [...new Map(all.map((row) => [key(row), row])).values()];
        expect(priceOf({ prices: table.toReversed() }, buying)).toBe(priceOf({ prices: table }, buying));
      }),
    );
  });
});

describe('the lines of an order', () => {
  const counts = fc.uniqueArray(
    fc.record({
      category: fc.constantFrom(...priceCategories.slice(0, 4)),
      count: fc.integer({ min: 1, max: 500 }),
    }),
    { selector: ({ category }) => category, minLength: 1 },
  );

  it('add up to the total, each as often as it is counted, with the supplement for each room alone', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), counts, fc.nat(20), (amount, wanted, rooms) => {
        const prices = priceCategories.map((travellerCategory) => ({ ...adult, travellerCategory, amount }));
        const lines = pricedLines({ prices }, wanted, rooms, regularAtCounter);
        const people = wanted.reduce((sum, { count }) => sum + count, 0);
        expect(totalOf(lines)).toBe(amount * BigInt(people + rooms));
        expect(lines.find(({ category }) => category === 'single-supplement')?.count ?? 0).toBe(rooms);
        expect(lines.every((line) => line.amount === line.unitPrice * BigInt(line.count))).toBe(true);
      }),
    );
  });

  it('are refused where nobody has set a supplement', () => {
    const prices = [{ ...adult, amount: 5n }];
    expect(() => pricedLines({ prices }, [{ category: 'adult', count: 1 }], 1, regularAtCounter)).toThrow(
      'booking/no-price',
    );
  });
});
