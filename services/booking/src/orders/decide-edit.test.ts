import { describe, expect, it } from 'vitest';
import type { Offer, Wish } from './place-order/decide.ts';
import { decideEdit, type Edited } from './decide-edit.ts';

const now = Temporal.Instant.from('2026-05-01T04:00:00Z');
const offer: Offer = {
  ...{ departsOn: '2026-06-01', timeZone: 'Asia/Shanghai', cutOffDays: 3, state: 'open', currency: 'CNY' },
  prices: [{ travellerCategory: 'adult', customerCategory: '*', channel: '*', amount: 100_000n }],
};
const order: Edited = {
  ...{ state: 'in-review', authorId: 'author', seats: 2 },
  holdExpiresAt: now.add({ minutes: 10 }),
};
const wish = (adults: number): Wish => ({
  counts: [{ category: 'adult', count: adults }],
  ...{ travellers: [], customerCategory: 'regular', channel: 'counter', singleRooms: 0 },
});
const edit = (adults = 3, changed: Partial<Edited> = {}, offered: Partial<Offer> = {}, userId = 'author') =>
  decideEdit({ ...order, ...changed }, { ...offer, ...offered }, wish(adults), { userId, now });

describe('editing an order', () => {
  it.each(['in-review', 'returned'] as const)('prices it anew while it is %s', (state) => {
    expect(edit(3, { state })).toMatchObject({ seats: 3, total: 300_000n });
  });

  it.each([
    'awaiting-payment',
    'confirmed',
    'travelling',
    'completed',
    'settled',
    'cancelled',
    'expired',
  ] as const)('is refused once it is %s', (state) => {
    expect(() => edit(2, { state })).toThrow('booking/wrong-state');
  });

  it('is for its author only', () => {
    expect(() => edit(2, {}, {}, 'reviewer')).toThrow('booking/not-the-author-edits');
  });

  it('is refused from the moment its hold ends', () => {
    expect(() => edit(2, { holdExpiresAt: now })).toThrow('booking/hold-over');
  });

  it('takes fewer seats of a closed departure, and no more of it', () => {
    expect(edit(1, {}, { state: 'closed' }).seats).toBe(1);
    expect(edit(2, {}, { state: 'closed' }).seats).toBe(2);
    expect(() => edit(3, {}, { state: 'closed' })).toThrow('booking/departure-not-open');
    expect(() => edit(3, {}, { departsOn: '2026-05-02' })).toThrow('booking/cut-off-passed');
  });
});
