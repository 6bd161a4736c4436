import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf, standingOfEnded, type Due } from './standing.ts';

const dues: Due[] = [
  { kind: 'balance', amount: 700n, dueOn: '2028-03-01' },
  { kind: 'deposit', amount: 300n, dueOn: '2028-02-29' },
];
const states = (paid: bigint, today: string) =>
  standingOf(dues, 1_000n, paid, today).dues.map(({ kind, outstanding, state }) => [
    kind,
    outstanding,
    state,
  ]);

describe('how the money of an order stands', () => {
  it('counts payments towards the deposit first', () => {
    expect(states(0n, '2028-02-29')).toEqual([
      ['deposit', 300n, 'open'],
      ['balance', 700n, 'open'],
    ]);
    expect(states(100n, '2028-02-29')[0]).toEqual(['deposit', 200n, 'partly-paid']);
    expect(states(400n, '2028-02-29')).toEqual([
      ['deposit', 0n, 'paid'],
      ['balance', 600n, 'partly-paid'],
    ]);
  });

  it('is overdue from the day after, on a leap day too', () => {
    expect(states(100n, '2028-03-01')).toEqual([
      ['deposit', 200n, 'overdue'],
      ['balance', 700n, 'open'],
    ]);
    expect(standingOf(dues, 1_000n, 350n, '2028-03-02')).toMatchObject({ overdue: 650n, outstanding: 650n });
  });

  it('says what is next, and what is too much', () => {
    expect(standingOf(dues, 1_000n, 300n, '2028-02-01').next).toMatchObject({ kind: 'balance' });
    expect(standingOf(dues, 1_000n, 1_250n, '2028-02-01')).toMatchObject({
      ...{ next: undefined, excess: 250n, outstanding: 0n, overdue: 0n },
    });
  });

  it('of an ended order is what is owed for its end: nothing is overdue, nothing is next', () => {
    const ended = standingOfEnded(dues, 400n, 350n);
    expect(ended).toMatchObject({ outstanding: 50n, overdue: 0n, excess: 0n, next: undefined });
    expect(ended.dues.map(({ state, outstanding }) => [state, outstanding])).toEqual([
      ['paid', 0n],
      ['lapsed', 0n],
    ]);
    expect(standingOfEnded(dues, 200n, 350n)).toMatchObject({ outstanding: 0n, excess: 0n });
  });

  it('loses no cent: paid and outstanding are the total, or what is beyond it', () => {
    const amount = fc.bigInt(1n, 10n ** 12n);
    const date = fc
      .integer({ min: 0, max: 800 })
      .map((days) => Temporal.PlainDate.from('2027-06-01').add({ days }).toString());
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.bigInt(0n, 3n * 10n ** 12n),
        date,
        date,
        date,
        (first, second, paid, on, then, now) => {
          const total = first + second;
          const standing = standingOf(
            [
              { kind: 'deposit', amount: first, dueOn: on },
              { kind: 'balance', amount: second, dueOn: then },
            ],
            ...([total, paid, now] as const),
          );
          expect(paid + standing.outstanding - standing.excess).toBe(total);
          expect(standing.dues.reduce((sum, { outstanding }) => sum + outstanding, 0n)).toBe(
            standing.outstanding,
          );
          expect(standing.overdue <= standing.outstanding).toBe(true);
        },
      ),
    );
  });
});
