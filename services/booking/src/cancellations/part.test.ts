import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedTraveller } from '../orders/named-travellers.ts';
import { quotedExtras, type LineCategory } from '../pricing/price.ts';
import { feeOf, headsOf, partOf, wholeOf, type OrderedLine } from './part.ts';
import { builtInPolicies, policyOn } from './policy.ts';
import { reckon } from './reckoning.ts';
import { reducedDues } from './reduced-dues.ts';

const line = (category: LineCategory, count: number, unitPrice: bigint, discount = 0n) => ({
  ...{ category, place: 0, count, unitPrice, discount },
});
const family = [
  line('adult', 2, 100_000n),
  line('child-with-bed', 1, 80_000n),
  line('infant', 1, 10_000n),
  line('single-supplement', 1, 30_000n),
];
const named: NamedTraveller[] = [
  { travellerId: 'a', category: 'adult' },
  { travellerId: 'c', category: 'child-with-bed' },
];

describe('a part of an order', () => {
  it('takes travellers with the rooms they have alone, and leaves the rest', () => {
    const part = partOf(family, named, { category: 'adult', count: 1, travellerIds: ['a'], singleRooms: 1 });
    expect(part).toMatchObject({ fee: 130_000n, seats: 1, travellerIds: ['a'] });
    expect([feeOf(part.rest), headsOf(part.rest)]).toEqual([190_000n, 3]);
  });

  it('may be a service alone: nobody leaves, no seat comes back', () => {
    const part = partOf(family, named, { category: 'single-supplement', count: 1 });
    expect(part).toMatchObject({ fee: 30_000n, seats: 0 });
    expect(headsOf(part.rest)).toBe(4);
  });

  it('may be one of what was quoted beside: the others of its kind stay', () => {
    const extra = (place: number, count: number, unitPrice: bigint, discount = 0n) => ({
      ...{ ...line(quotedExtras, count, unitPrice, discount), place },
    });
    const lines = [...family, extra(1, 2, 50_000n), extra(2, 3, 20_000n, 10n)];
    const part = partOf(lines, named, { category: quotedExtras, place: 2, count: 1 });
    expect(part).toMatchObject({ fee: 19_997n, seats: 0, travellerIds: [] });
    expect(part.rest.slice(-2)).toEqual([extra(1, 2, 50_000n), extra(2, 2, 20_000n, 7n)]);
    expect(() => partOf(lines, named, { category: quotedExtras, place: 3, count: 1 })).toThrow(
      expect.objectContaining({ code: 'booking/no-such-part' }),
    );
  });

  it('is the whole order with the last seat: infants do not travel alone', () => {
    const lines = [line('adult', 1, 100_000n), line('infant', 1, 10_000n)];
    const last = named.slice(0, 1);
    expect(partOf(lines, last, { category: 'adult', count: 1 })).toEqual(wholeOf(lines, last));
  });

  it.each([
    ['no-such-part', { category: 'child-without-bed', count: 1 }],
    ['no-such-part', { category: 'adult', count: 3 }],
    ['no-such-part', { category: 'adult', count: 1, travellerIds: ['c'] }],
    ['no-such-part', { category: 'adult', count: 1, singleRooms: 2 }],
    ['travellers-exceed-counts', { category: 'child-with-bed', count: 1 }],
  ] as const)('refuses %s', (code, wish) => {
    expect(() => partOf(family, named, wish)).toThrow(expect.objectContaining({ code: `booking/${code}` }));
  });

  it('leaves no more single rooms than adults', () => {
    const lines = [line('adult', 2, 1n), line('single-supplement', 2, 1n)];
    expect(() => partOf(lines, [], { category: 'adult', count: 1 })).toThrow(
      expect.objectContaining({ code: 'booking/single-rooms-exceed-adults' }),
    );
  });
});

const policy = policyOn('2026-01-01', builtInPolicies);

describe('all travellers and services one after the other, in any order', () => {
  const orders = fc
    .record({
      prices: fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 3 }),
      counts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 3 }),
      offPermille: fc.bigInt({ min: 0n, max: 1_000n }),
      extras: fc.array(fc.bigInt({ min: 0n, max: 10n ** 8n }), { maxLength: 3 }),
      seed: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 27, maxLength: 27 }),
      days: fc.integer({ min: 0, max: 40 }),
      scope: fc.constantFrom('domestic' as const, 'outbound' as const),
      paidShare: fc.bigInt({ min: 0n, max: 1_000n }),
    })
    .map(({ prices, counts, offPermille, extras, ...rest }) => ({
      ...rest,
      lines: [
        ...(['adult', 'child-with-bed', 'child-without-bed'] as const).flatMap((category, index) => {
          const unitPrice = prices[index];
          const count = counts[index] ?? 1;
          if (unitPrice === undefined) return [];
          return [line(category, count, unitPrice, (BigInt(count) * unitPrice * offPermille) / 1_000n)];
        }),
        ...extras.map((unitPrice, index) => ({
          ...line(quotedExtras, index + 1, unitPrice, (unitPrice * offPermille) / 1_000n),
          place: index + 1,
        })),
      ],
    }));

  it('owe what the whole order does, less than one minor unit for each of them; no cent of what was paid is lost or made', () => {
    fc.assert(
      fc.property(orders, ({ lines, seed, days, scope, paidShare }) => {
        const terms = {
          cause: 'customer' as const,
          policy,
          scope,
          departsOn: '2026-06-30',
          returnsOn: '2026-07-04',
        };
        const noticeOn = Temporal.PlainDate.from('2026-06-30').subtract({ days }).toString();
        const total = feeOf(lines);
        const paid = (total * paidShare) / 1_000n;
        const whole = reckon({ ...terms, noticeOn, fee: total, paid });
        let left: readonly OrderedLine[] = lines;
        const sum = { penalty: 0n, refund: 0n, parts: 0n };
        while (left.length > 0) {
          const chosen = left[(seed[Number(sum.parts)] ?? 0) % left.length];
          const { category = 'adult', place = 0 } = chosen ?? {};
          const part = partOf(left, [], { category, place, count: 1 });
          const beyond = paid - sum.refund - sum.penalty - feeOf(part.rest);
          const here = beyond > 0n ? beyond : 0n;
          const one = reckon({ ...terms, noticeOn, fee: part.fee, paid: here });
          expect(one.refund + one.kept).toBe(here);
          sum.penalty += one.penalty;
          sum.refund += one.refund;
          sum.parts += 1n;
          left = part.rest;
        }
        const owedLess = whole.penalty - sum.penalty;
        expect(owedLess >= 0n && owedLess < sum.parts).toBe(true);
        expect(sum.refund).toBe(paid > sum.penalty ? paid - sum.penalty : 0n);
        expect(sum.refund >= whole.refund).toBe(true);
      }),
    );
  });
});

it('what is still to be paid is lowered from its end, by no more than there is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 4 }),
      fc.bigInt({ min: 0n, max: 5_000n }),
      (amounts, by) => {
        const dues = amounts.map((amount, index) => ({ amount, dueOn: `2026-01-0${index + 1}` }));
        const reduced = reducedDues(dues, by);
        const before = amounts.reduce((sum, one) => sum + one, 0n);
        const after = [...reduced.values()].reduce((sum, one) => sum + one, 0n);
        expect(after).toBe(before > by ? before - by : 0n);
        const firstLowered = dues.findIndex((due) => (reduced.get(due) ?? 0n) < due.amount);
        const later = firstLowered < 0 ? [] : dues.slice(firstLowered + 1);
        expect(later.every((due) => reduced.get(due) === 0n)).toBe(true);
      },
    ),
  );
});
