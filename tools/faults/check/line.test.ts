import { describe, expect, it } from 'vitest';
import { sumOf, type Line } from './line.ts';

const nothingWrong = {
  ...{ lost: 0, oversold: 0, leaked: 0, events_missing: 0, events_double: 0 },
  ...{ doubled: 0, money_off: 0, refunds_off: 0, coupons_off: 0, credit_off: 0, effects_off: 0 },
};
const line = (seed: number, acked: number, gap: number): Line => ({
  ...{ seed, seeds: 1, acked, ...nothingWrong },
  ...{ longest_gap_ms: { kill: { booking: gap } }, gaps_missed: gap > 2_000 ? ['booking'] : [] },
  ...{ kills: 7, faults: 12, full_disks: 1, refused: 2, unknown: 3 },
  ...{ orders_without_nats: { asked: 4, answered: 4 }, orders: 5, payments: 6, cancelled: 1, refunds: 1 },
  cancelled_in_part: 1,
  ...{ transfers: 1, coupons: 1, on_credit: 1, events: 90, load_average: 2.5 },
});

describe('several runs', () => {
  it('are counted together, under their first seed; of gaps stands the longest', () => {
    const all = sumOf([line(7, 100, 900), { ...line(8, 50, 2_400), lost: 1, load_average: 4 }]);
    expect(all).toMatchObject({
      ...{ seed: 7, seeds: 2, acked: 150, lost: 1, leaked: 0, kills: 14, load_average: 4 },
      ...{ longest_gap_ms: { kill: { booking: 2_400 } }, gaps_missed: ['booking'] },
      orders_without_nats: { asked: 8, answered: 8 },
    });
  });

  it('of one are that one', () => {
    expect(sumOf([line(7, 100, 900)])).toEqual(line(7, 100, 900));
  });
});
