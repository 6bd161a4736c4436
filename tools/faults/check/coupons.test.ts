import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/facts.ts';
import { findCouponsOff } from './coupons.ts';
import { cancellation, event, order, placed, smallRun } from './fixtures/small-run.ts';

const campaign = {
  ...{ id: 'campaign-1', code: 'FAULT-1', totalLimit: 2, perCustomer: 1 },
  ...{ redeemed: 1, redeemedByCode: 1 },
};
const coupon = { orderId: order.id, code: campaign.code, givenBack: false };
const run: Facts = {
  ...smallRun,
  operations: [{ ...placed, name: 'place-with-coupon' }, ...smallRun.operations.slice(1)],
  campaigns: [campaign],
  coupons: [coupon],
};

const found = (change: Partial<Facts>) => findCouponsOff({ ...run, ...change }).map(({ text }) => text);

const unused = [{ ...campaign, redeemed: 0, redeemedByCode: 0 }];
const confirmed = [...run.events, event('event-4', 'booking.order.confirmed.v1', order.id, 3)];
const ended = { orders: [{ ...order, state: 'cancelled' }], cancellations: [cancellation] };
const back = { campaigns: unused, coupons: [{ ...coupon, givenBack: true }] };

describe('coupons off', () => {
  it('are none where an order that stands holds what is counted', () => {
    expect(found({})).toEqual([]);
  });

  it('are those of an order that has ended and was never confirmed', () => {
    expect(found({ ...ended, ...back })).toEqual([]);
    expect(found(ended)).toEqual(['order order-1 (cancelled): FAULT-1 is still held']);
    expect(found(back)).toEqual(['order order-1 (awaiting-payment): FAULT-1 is given back']);
  });

  it('are those given back of a confirmed order that its customer has cancelled, and those kept where the agency has', () => {
    const after = { ...ended, events: confirmed };
    expect(found(after)).toEqual([]);
    expect(found({ ...after, ...back })).toEqual(['order order-1 (cancelled): FAULT-1 is given back']);
    const byAgency = { ...after, cancellations: [{ ...cancellation, cause: 'agency' }] };
    expect(found({ ...byAgency, ...back })).toEqual([]);
    expect(found(byAgency)).toEqual(['order order-1 (cancelled): FAULT-1 is still held']);
  });

  it('are uses that are counted otherwise than orders hold them, in all or under the code', () => {
    expect(found({ campaigns: [{ ...campaign, redeemed: 0 }] })).toEqual([
      'FAULT-1: 0 redeemed, 1 by code, orders hold 1',
    ]);
    expect(found({ campaigns: [{ ...campaign, redeemedByCode: 2 }] })).toHaveLength(1);
  });

  it('are more than there are, in all or for one customer', () => {
    const orders = ['order-2', 'order-3'].map((id) => ({ ...order, id, customerId: `customer of ${id}` }));
    const coupons = [coupon, ...orders.map(({ id }) => ({ ...coupon, orderId: id }))];
    const many = { orders: [order, ...orders], coupons };
    const campaigns = [{ ...campaign, redeemed: 3, redeemedByCode: 3 }];
    expect(found({ ...many, campaigns })).toEqual(['FAULT-1: 1 used beyond 2']);
    const same = many.orders.map((one) => ({ ...one, customerId: order.customerId }));
    expect(found({ ...many, campaigns, orders: same })).toContain('FAULT-1: customer customer uses 3 of 1');
  });

  it('are more at any moment of the run, or another number than that of the entries', () => {
    const sample = { atMs: 5, of: 'coupon', id: 'campaign-1', limit: 2n, counted: 2n, noted: 2n } as const;
    expect(found({ limitSamples: [sample] })).toEqual([]);
    expect(found({ limitSamples: [{ ...sample, counted: 3n, noted: 3n }] })).toHaveLength(1);
    expect(found({ limitSamples: [{ ...sample, noted: 1n }] })).toEqual([
      'coupon campaign-1: 2 counted of 2, noted 1, 5 ms into the run',
    ]);
  });

  it('are those of an order that was acknowledged with one and has none', () => {
    expect(found({ campaigns: unused, coupons: [] })).toEqual([
      'place-with-coupon op-1: order order-1 has no coupon',
    ]);
  });
});
