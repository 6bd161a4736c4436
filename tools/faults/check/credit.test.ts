import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/facts.ts';
import { findCreditOff } from './credit.ts';
import { cancellation, order, smallRun } from './fixtures/small-run.ts';

const credit = { branchId: order.branchId, limit: 500n, used: 300n };
const run: Facts = { ...smallRun, credits: [credit] };

const found = (change: Partial<Facts>) => findCreditOff({ ...run, ...change }).map(({ text }) => text);
const using = (used: bigint) => ({ credits: [{ ...credit, used }] });

describe('credit off', () => {
  it('is none where an approved order that is not paid in full uses all it costs', () => {
    expect(found({})).toEqual([]);
    expect(found(using(200n))).toEqual(['branch branch: 200 used, its orders use 300']);
  });

  it.each([
    ['is in review', { state: 'in-review' }],
    ['was returned', { state: 'returned' }],
    ['has expired', { state: 'expired' }],
    ['was cancelled', { state: 'cancelled' }],
    ['is paid in full', { state: 'confirmed', paid: 300n }],
    ['belongs to another branch', { branchId: 'another' }],
  ])('is what is used by an order that %s', (_what, change) => {
    const orders = [{ ...order, ...change }];
    expect(found({ orders, ...using(0n) })).toEqual([]);
    expect(found({ orders })).toEqual(['branch branch: 300 used, its orders use 0']);
  });

  it('is what an order of which a part was cancelled uses but for its rest and the penalty', () => {
    const part = { ...cancellation, scope: 'part', fee: 150n, penalty: 60n };
    const cancelled = { cancellations: [part], orders: [{ ...order, total: 150n }] };
    expect(found({ ...cancelled, ...using(210n) })).toEqual([]);
    expect(found({ ...cancelled, ...using(150n) })).toHaveLength(1);
    expect(found({ ...cancelled, orders: [{ ...order, total: 150n, paid: 209n }], ...using(210n) })).toEqual(
      [],
    );
    expect(found({ ...cancelled, orders: [{ ...order, total: 150n, paid: 210n }], ...using(0n) })).toEqual(
      [],
    );
  });

  it('is more than the limit, by what is counted or by the orders', () => {
    const tight = { credits: [{ ...credit, limit: 299n }] };
    expect(found(tight)).toEqual(['branch branch: 300 used, by its orders 300, of a limit of 299']);
    expect(found({ credits: [{ ...credit, limit: 299n, used: 0n }] })).toHaveLength(2);
    expect(found({ credits: [{ ...credit, limit: undefined }] })).toEqual([]);
  });

  it('is more at any moment of the run, or another sum than that of the entries', () => {
    const sample = { atMs: 5, of: 'credit', id: 'branch', limit: 500n, counted: 500n, noted: 500n } as const;
    expect(found({ limitSamples: [sample] })).toEqual([]);
    expect(found({ limitSamples: [{ ...sample, counted: 501n, noted: 501n }] })).toHaveLength(1);
    expect(found({ limitSamples: [{ ...sample, noted: 499n }] })).toHaveLength(1);
    expect(found({ limitSamples: [{ ...sample, of: 'coupon', noted: 499n }] })).toEqual([]);
  });
});
