import { addDays } from '@yitu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { policyOn, scopeOf } from './policy.ts';
import { causes, noticeDate, reckon, type Claim } from './reckoning.ts';
import { splitReckoning } from './split.ts';

const policy = policyOn('2026-06-01');
const domestic: Claim = {
  ...{ cause: 'customer', fee: 100_000n, paid: 100_000n, policy, scope: 'domestic' },
  ...{ departsOn: '2026-07-10', returnsOn: '2026-07-14', noticeOn: '2026-07-10' },
};
const daysBefore = (days: number, claim: Claim = domestic) => ({
  ...claim,
  noticeOn: addDays(claim.departsOn, -days),
});

describe('a customer who cancels', () => {
  it.each([
    [
      'domestic',
      [
        [30, 0],
        [7, 0],
        [6, 20],
        [4, 20],
        [3, 40],
        [1, 40],
        [0, 60],
      ],
    ],
    [
      'outbound',
      [
        [30, 0],
        [29, 5],
        [15, 5],
        [14, 20],
        [7, 20],
        [6, 50],
        [4, 50],
        [3, 60],
        [1, 60],
        [0, 70],
      ],
    ],
  ] as const)('owes by the %s scale', (scope, expected) => {
    for (const [days, percent] of expected)
      expect([days, reckon(daysBefore(days, { ...domestic, scope })).penalty]).toEqual([
        days,
        BigInt(percent) * 1_000n,
      ]);
  });

  it('owes the share of the day and of the rest what has passed of the trip, during it', () => {
    const on = (day: number) => reckon(daysBefore(-day)).penalty;
    expect([1, 2, 4, 5, 9].map(on)).toEqual([68_000n, 76_000n, 92_000n, 100_000n, 100_000n]);
  });

  it('owes the proven cost where it is higher, the price of the trip at most', () => {
    const with_ = (provenCost: bigint) => reckon({ ...daysBefore(5), provenCost }).penalty;
    expect([10_000n, 25_000n, 250_000n].map(with_)).toEqual([20_000n, 25_000n, 100_000n]);
  });

  it('still owes what the deposit does not cover', () => {
    expect(reckon({ ...daysBefore(3), paid: 30_000n })).toMatchObject({
      kept: 30_000n,
      refund: 0n,
      outstanding: 10_000n,
    });
  });

  it('owes the share of the day for not turning up', () => {
    expect(reckon({ ...daysBefore(-1), cause: 'no-show' }).penalty).toBe(60_000n);
  });
});

describe('an agency that cancels', () => {
  it.each([
    [
      'domestic',
      [
        [7, 0],
        [6, 10],
        [4, 10],
        [3, 15],
        [1, 15],
        [0, 20],
      ],
    ],
    [
      'outbound',
      [
        [30, 0],
        [29, 2],
        [15, 2],
        [14, 5],
        [7, 5],
        [6, 10],
        [3, 15],
        [0, 20],
      ],
    ],
  ] as const)('refunds all and owes by the %s scale beside it', (scope, expected) => {
    for (const [days, percent] of expected)
      expect([days, reckon(daysBefore(days, { ...domestic, scope, cause: 'agency' }))]).toMatchObject([
        days,
        { penalty: 0n, refund: 100_000n, compensation: BigInt(percent) * 1_000n },
      ]);
  });
});

describe('force majeure', () => {
  it('costs the customer only what suppliers do not return', () => {
    const lost = (amount: bigint, service = '住宿') => ({ service, lost: amount });
    const refunds = [undefined, [lost(12_000n), lost(345n)], [lost(900_000n)]].map(
      (losses) => reckon({ ...daysBefore(0), cause: 'force-majeure', losses }).refund,
    );
    expect(refunds).toEqual([100_000n, 87_655n, 0n]);
    const losses = [lost(12_000n), lost(345n, '船票')];
    const { lines } = reckon({ ...daysBefore(0), cause: 'force-majeure', losses, provenCost: 99_999n });
    expect(lines.filter(({ code }) => code === 'supplier-loss' || code === 'cost-proven')).toEqual([
      { code: 'supplier-loss', service: '住宿', amount: 12_000n },
      { code: 'supplier-loss', service: '船票', amount: 345n },
      { code: 'cost-proven', amount: 12_345n },
    ]);
  });
});

describe('the day of a notice', () => {
  it('is the date where the departure is, at 23:59 and at 00:01', () => {
    const at = (instant: string) => noticeDate(Temporal.Instant.from(instant), 'Asia/Shanghai');
    expect(at('2026-07-03T15:59:59Z')).toBe('2026-07-03');
    expect(at('2026-07-03T16:01:00Z')).toBe('2026-07-04');
    expect(reckon({ ...domestic, noticeOn: at('2026-07-03T15:59:59Z') }).penalty).toBe(0n);
    expect(reckon({ ...domestic, noticeOn: at('2026-07-03T16:01:00Z') }).penalty).toBe(20_000n);
  });

  it('counts through leap days and the end of a year', () => {
    const penalty = (noticeOn: string, departsOn: string) =>
      reckon({ ...domestic, noticeOn, departsOn, returnsOn: departsOn }).penalty;
    expect(penalty('2028-02-27', '2028-03-05')).toBe(0n);
    expect(penalty('2027-02-27', '2027-03-05')).toBe(20_000n);
    expect(penalty('2026-12-29', '2027-01-01')).toBe(40_000n);
  });
});

it('tells trips at home from trips abroad, Hong Kong, Macao and Taiwan among these', () => {
  expect(['CN', 'HK', 'MO', 'TW', 'JP'].map((country) => scopeOf(policy, country))).toEqual([
    'domestic',
    ...Array<string>(4).fill('outbound'),
  ]);
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
const claims = fc
  .record({
    ...{
      cause: fc.constantFrom(...causes),
      scope: fc.constantFrom('domestic' as const, 'outbound' as const),
    },
    ...{
      fee: amount,
      paidShare: fc.bigInt({ min: 0n, max: 1_000n }),
      provenCost: fc.option(amount, { nil: undefined }),
      losses: fc.array(fc.record({ service: fc.string(), lost: amount }), { maxLength: 3 }),
    },
    ...{
      departs: fc.integer({ min: 0, max: 2_000 }),
      length: fc.integer({ min: 0, max: 60 }),
      left: fc.integer({ min: -70, max: 90 }),
    },
  })
  .map(({ departs, length, left, paidShare, ...claim }): Claim => {
    const departsOn = addDays('2024-01-01', departs);
    const dates = { departsOn, returnsOn: addDays(departsOn, length), noticeOn: addDays(departsOn, -left) };
    return { ...claim, ...dates, policy, paid: (claim.fee * paidShare) / 1_000n };
  });

describe('whatever is cancelled', () => {
  it('refund and what is kept are what was paid, and nobody gets or owes more than there is', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const { penalty, kept, refund, outstanding, compensation } = reckon(claim);
        expect(refund + kept).toBe(claim.paid);
        expect(kept + outstanding).toBe(penalty);
        for (const one of [penalty, kept, refund, outstanding, compensation])
          expect(one >= 0n && one <= claim.fee).toBe(true);
      }),
    );
  });

  it('refund and penalty are what was paid, where all was paid', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const { penalty, refund } = reckon({ ...claim, paid: claim.fee });
        expect(refund + penalty).toBe(claim.fee);
      }),
    );
  });

  it('never costs less a day later', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const today = reckon(claim);
        const tomorrow = reckon({ ...claim, noticeOn: addDays(claim.noticeOn, 1) });
        expect(tomorrow.penalty >= today.penalty && tomorrow.compensation >= today.compensation).toBe(true);
      }),
    );
  });

  it('is split without a cent lost or made, in sum and for each part', () => {
    const fees = fc.array(fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(claims, fees, fc.bigInt({ min: 0n, max: 1_000n }), (claim, list, paidShare) => {
        const fee = list.reduce((sum, one) => sum + one, 0n);
        const paid = (fee * paidShare) / 1_000n;
        const reckoning = reckon({ ...claim, fee, paid });
        const shares = splitReckoning(
          reckoning,
          list.map((one) => ({ fee: one })),
        );
        const sums = { paid, ...reckoning };
        for (const column of ['paid', 'kept', 'refund', 'outstanding'] as const)
          expect(shares.reduce((sum, share) => sum + share[column], 0n)).toBe(sums[column]);
        for (const share of shares) {
          expect(share.kept + share.refund).toBe(share.paid);
          for (const one of [share.kept, share.refund, share.outstanding]) expect(one >= 0n).toBe(true);
          expect(share.paid <= share.fee && share.kept + share.outstanding <= share.fee).toBe(true);
        }
      }),
    );
  });

  it('is explained line by line in both languages', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        for (const line of reckon(claim).lines) {
          const { zh, en } = explain(line, 'CNY');
          expect(zh).toMatch(/\p{Script=Han}/u);
          expect(`${zh}${en}`).not.toMatch(/undefined|NaN/);
          expect(en.includes('CN¥')).toBe('amount' in line);
          expect(zh.includes('¥')).toBe('amount' in line);
        }
      }),
    );
  });
});

it('reads to people like this', () => {
  expect(reckon(daysBefore(5)).lines.map((line) => explain(line, 'CNY').zh)).toEqual([
    '旅游费用总额 ¥1,000.00',
    '通知到达 2026-07-05，出发 2026-07-10，提前 5 天',
    '行程开始前 6 日至 4 日解除，按旅游费用的 20% 扣除：¥200.00',
    '业务损失费合计 ¥200.00',
    '已付款 ¥1,000.00',
    '应退款 ¥800.00',
  ]);
});
