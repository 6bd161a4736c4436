import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/facts.ts';
import type { Claim, Operation } from '../history/operation.ts';
import {
  approved,
  cancellation,
  event,
  order,
  paid,
  payment,
  placed,
  smallRun,
} from './fixtures/small-run.ts';
import { judge } from './verdict.ts';

const part = {
  ...{ ...cancellation, id: 'cancellation-2', scope: 'part', fee: 150n, seats: 1, penalty: 60n },
  ...{ paid: 0n, kept: 0n, refund: 0n, mark: 'op-5' },
};
const claim: Claim = {
  ...{ kind: 'cancellation', cancellationId: part.id, orderId: order.id, scope: 'part', version: 3 },
  ...{ fee: '150', seats: 1, penalty: '60' },
};
const asked: Operation = {
  ...{ ...approved, id: 'op-5', name: 'part-cancel', event: 'booking.order.part-cancelled.v1' },
  claims: [claim],
};
const left = { ...order, total: 150n, seats: 1, version: 3 };
const events = [...smallRun.events, event('event-4', asked.event, order.id, 3)];

/** One of two travellers is cancelled after a third was paid, which counts for who is left: 60 of the 150 are owed and received. */
const run: Partial<Facts> = {
  ...{ operations: [placed, approved, paid, asked], orders: [left], cancellations: [part], events },
  ...{ departures: [{ id: 'departure', capacity: 10, remaining: 9, state: 'open' }], sellOuts: [] },
  ...{ accounts: { '1001': 100n, '2203': -40n, '6001': -60n } },
};

/** What the checkers find after a change. */
function found(change: Partial<Facts>): object {
  const verdict = judge({ ...smallRun, ...run, ...change });
  return Object.fromEntries(
    Object.entries(verdict).flatMap(([name, list]) =>
      list.length > 0 ? [[name, list.map(({ text }) => text)]] : [],
    ),
  );
}

describe('an order of which a part was cancelled', () => {
  it('is as it should be where its rest and the part are what it was', () => {
    expect(found({})).toEqual({});
  });

  it('is lost where the rest and the part are not what was ordered, or the part is not what was told', () => {
    expect(found({ orders: [{ ...left, total: 151n }] })).toMatchObject({
      lost: ['place op-1: told 300, stored 301', 'approve op-2: told 300, stored 301'],
    });
    expect(found({ orders: [{ ...left, seats: 2 }] })).toMatchObject({
      lost: ['place op-1: told 2 seats, stored 3', 'approve op-2: told 2 seats, stored 3'],
      leaked: ['departure departure: 1 seats were given back twice or never taken, at the end'],
    });
    expect(found({ cancellations: [] })).toMatchObject({
      lost: expect.arrayContaining(['part-cancel op-5: cancellation cancellation-2 is gone']) as unknown,
    });
    expect(found({ cancellations: [{ ...part, scope: 'order' }] })).toHaveProperty('lost');
  });

  it('leaks where its seats came back not at all, or twice', () => {
    const of = (remaining: number) => ({
      departures: [{ id: 'departure', capacity: 10, remaining, state: 'open' }],
    });
    expect(found(of(8))).toHaveProperty('leaked');
    expect(found(of(10))).toHaveProperty('leaked');
  });

  it('was cancelled as often as it was asked for', () => {
    const again = event('event-5', asked.event, order.id, 4);
    expect(found({ events: [...events, again], orders: [{ ...left, version: 4 }] })).toEqual({
      doubled: ['booking.order.part-cancelled.v1 order-1: happened 1 times more than asked'],
    });
    const twice = { ...part, id: 'cancellation-3' };
    expect(found({ cancellations: [part, twice] })).toMatchObject({
      doubled: ['part-cancel op-5 has happened 2 times'],
    });
  });

  it('costs the policy’s share of what the part cost, kept of what was paid for it', () => {
    const off = (change: object) => found({ cancellations: [{ ...part, ...change }] });
    expect(off({ penalty: 61n })).toHaveProperty('refunds_off', [
      'cancellation cancellation-2 (customer): 1 of 2 seats for 150 of 300, penalty 61, paid 0, kept 0, back 0',
    ]);
    expect(off({ paid: 10n, refund: 10n })).toHaveProperty('refunds_off');
    expect(off({ paid: 10n, kept: 10n })).not.toHaveProperty('refunds_off');
    const dear = {
      orders: [{ ...left, total: 100n }],
      cancellations: [{ ...part, fee: 200n, penalty: 80n }],
    };
    expect(found(dear)).toHaveProperty('refunds_off');
  });

  it('may be of a price that a discount has made uneven', () => {
    const odd = { orders: [{ ...left, total: 149n }], cancellations: [{ ...part, fee: 150n }] };
    expect(found(odd)).not.toHaveProperty('refunds_off');
    expect(
      found({ orders: [{ ...left, total: 150n }], cancellations: [{ ...part, fee: 149n, penalty: 59n }] }),
    ).toHaveProperty('refunds_off');
  });

  it('gives back what was paid beyond its rest and the penalty, and nothing else', () => {
    const all = { ...payment, amount: 300n };
    const full = {
      ...{ payments: [all], orders: [{ ...left, paid: 300n }], operations: [placed, approved, asked] },
      cancellations: [{ ...part, paid: 150n, kept: 60n, refund: 90n }],
      accounts: { '1001': 210n, '2203': -150n, '6001': -60n },
    };
    const back = {
      ...{
        id: 'refund-1',
        orderId: order.id,
        paymentId: payment.id,
        state: 'paid',
        version: 2,
        mark: 'op-6',
      },
      amount: 90n,
    };
    expect(found({ ...full, refunds: [back] })).toEqual({});
    expect(found({ ...full, refunds: [] })).toHaveProperty('refunds_off', [
      'order order-1 (awaiting-payment): paid 300, penalty 60, refunded 0 instead of 90',
    ]);
    expect(found({ ...full, refunds: [{ ...back, amount: 150n }] })).toHaveProperty('refunds_off');
  });

  it('brings its penalty as revenue, as far as it has been received', () => {
    expect(found({ accounts: { '1001': 100n, '2203': -100n } })).toEqual({
      money_off: ['revenue: posted 0, penalties received 60'],
    });
  });
});
