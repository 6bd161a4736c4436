import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/facts.ts';
import type { Operation } from '../history/operation.ts';
import {
  approved,
  cancellation,
  event,
  order,
  orderClaim,
  paid,
  payment,
  placed,
  smallRun,
} from './fixtures/small-run.ts';
import { checkers, isClean, judge, type CheckerName } from './verdict.ts';

/** What the checkers find in the small run after a change. */
function found(change: Partial<Facts>): Partial<Record<CheckerName, string[]>> {
  const verdict = judge({ ...smallRun, ...change });
  return Object.fromEntries(
    Object.entries(verdict).flatMap(([name, list]) =>
      list.length > 0 ? [[name, list.map(({ text }) => text)]] : [],
    ),
  );
}

const [departure] = smallRun.departures.slice(0, 1);
const [sample] = smallRun.samples.slice(0, 1);
if (!departure || !sample) throw new Error('the small run has a departure');

describe('a run in which nothing went wrong', () => {
  it('is clean by every checker', () => {
    expect(isClean(judge(smallRun))).toBe(true);
    expect(Object.keys(judge(smallRun))).toEqual(Object.keys(checkers));
  });
});

describe('lost', () => {
  it('is an order or a payment that was acknowledged and is not there', () => {
    expect(found({ orders: [] }).lost).toHaveLength(2);
    expect(found({ payments: [] }).lost).toEqual(['pay op-3: payment payment-1 is gone']);
  });

  it('is an order with another amount or number than was told', () => {
    expect(found({ orders: [{ ...order, total: 301n }] }).lost).toContain('place op-1: told 300, stored 301');
    expect(found({ orders: [{ ...order, number: 'HQ-2026-000002' }] }).lost).toHaveLength(2);
  });

  it('is a change that was acknowledged and has gone back', () => {
    const before = { ...order, version: 1, state: 'in-review' };
    expect(found({ orders: [before] }).lost).toEqual(['approve op-2: told version 2, stored 1']);
    expect(found({ orders: [{ ...order, state: 'returned' }] }).lost).toHaveLength(1);
  });

  it('is what an order came to after its last edit, not before it', () => {
    const claims = [orderClaim({ version: 3, state: order.state, total: '150' })];
    const edited = { ...approved, id: 'op-4', name: 'edit', event: 'booking.order.edited.v1', claims };
    const operations = [...smallRun.operations, edited];
    const lostOf = (total: bigint) => found({ operations, orders: [{ ...order, version: 3, total }] }).lost;
    expect(lostOf(150n)).toBeUndefined();
    expect(lostOf(300n)).toEqual(['edit op-4: told 150, stored 300']);
    const unknown = { ...edited, outcome: 'unknown', claims: [] } as const;
    expect(
      found({ operations: [...smallRun.operations, unknown], orders: [{ ...order, total: 150n }] }).lost,
    ).toBeUndefined();
  });

  it('is an entry of a waiting list that was acknowledged and is not there', () => {
    const claim = { kind: 'waiting', entryId: 'entry-1', version: 1 } as const;
    const joined = { ...placed, id: 'op-5', name: 'join', event: 'booking.waiting-entry.joined.v1' };
    const operations = [...smallRun.operations, { ...joined, claims: [claim] }];
    const entry = { id: 'entry-1', state: 'left', version: 2, orderId: null };
    expect(found({ operations, waitingEntries: [entry] }).lost).toBeUndefined();
    expect(found({ operations, waitingEntries: [] }).lost).toEqual([
      'join op-5: waiting entry entry-1 is gone',
    ]);
  });

  it('is nothing that remained without an answer', () => {
    const unknown = { ...placed, outcome: 'unknown', claims: [] } as const;
    expect(found({ operations: [unknown, approved, paid] })).toEqual({});
  });
});

describe('oversold', () => {
  it('is more seats than there are, at the end or at any moment', () => {
    const many = { ...order, id: 'order-2', seats: 9, mark: 'other', version: 0, paid: 0n };
    expect(found({ orders: [order, many] }).oversold).toEqual([
      'departure departure: 11 of 10 seats taken at the end',
    ]);
    expect(found({ samples: [{ ...sample, taken: 12, remaining: 0 }] }).oversold).toHaveLength(1);
  });

  it('is one seat more, sold after the last', () => {
    const [sold] = smallRun.sellOuts.map((one) => ({ ...one, oneMore: true }));
    expect(found({ sellOuts: sold ? [sold] : [] }).oversold).toHaveLength(1);
  });
});

describe('leaked', () => {
  it('is a seat that nobody has and nobody can buy', () => {
    expect(found({ departures: [{ ...departure, remaining: 7 }] })).toEqual({
      leaked: ['departure departure: 1 seats nobody has and nobody can buy, at the end'],
    });
    expect(found({ samples: [{ ...sample, remaining: 5 }] }).leaked).toHaveLength(1);
  });

  it('is a seat given back twice', () => {
    expect(found({ departures: [{ ...departure, remaining: 9 }] }).leaked).toHaveLength(1);
  });

  it('is a hold whose time is over', () => {
    const overdue = { ...order, holdExpiresAt: '2026-05-02T23:59:59Z' };
    expect(found({ orders: [overdue] })).toEqual({
      leaked: ['order order-1 still holds 2 seats since 2026-05-02T23:59:59Z'],
    });
  });

  it('is no hold of what was paid in part and called off: its customer chooses; of what was not paid it is one', () => {
    const overdue = { ...order, holdExpiresAt: '2026-05-02T23:59:59Z' };
    const departures = [{ ...departure, state: 'cancelled' }];
    expect(found({ orders: [overdue], departures })).toEqual({});
    expect(found({ orders: [{ ...overdue, paid: 0n }], departures }).leaked).toHaveLength(1);
  });

  it('is what is left and cannot be sold', () => {
    const sellOuts = smallRun.sellOuts.map((one) => ({ ...one, sold: 6 }));
    expect(found({ sellOuts })).toEqual({ leaked: ['departure departure: only 6 of 8 seats could be sold'] });
  });
});

describe('a missing event', () => {
  it('is one that still waits though it is due, and no timer that is not', () => {
    const waiting = (due: boolean) => smallRun.outbox.map((row) => ({ ...row, published: false, due }));
    expect(found({ outbox: waiting(true) }).events_missing).toHaveLength(3);
    expect(found({ outbox: waiting(false) })).toEqual({});
  });

  it('is one marked published that the stream does not have', () => {
    const events = smallRun.events.filter(({ id }) => id !== 'event-2');
    expect(found({ events }).events_missing).toEqual([
      'booking: evt.agency.booking.order.approved.v1 event-2 is not in the stream',
      'order order-1: its last 1 events are not in the stream',
      'approve op-2: there is no booking.order.approved.v1 of version 2',
    ]);
  });

  it('is a number left out in a sequence, even when nothing knows of it any more', () => {
    const later = event('event-4', 'booking.order.confirmed.v1', order.id, 4);
    const orders = [{ ...order, version: 4 }];
    expect(found({ orders, events: [...smallRun.events, later] }).events_missing).toEqual([
      'booking.order order-1: version 3 is not in the stream',
    ]);
  });

  it('is one that has not taken effect with somebody who takes it', () => {
    const consumers = smallRun.consumers.map((one) => ({ ...one, eventIds: new Set<string>() }));
    expect(found({ consumers }).events_missing).toEqual([
      'booking (booking-event-finance-payment) has never applied evt.agency.finance.payment.received.v1 event-3',
    ]);
  });

  it('is one that was set aside', () => {
    expect(found({ quarantined: ['booking evt.x: not now'] }).events_missing).toHaveLength(1);
  });
});

describe('a double event', () => {
  it('is in the stream twice under one id', () => {
    const [first] = smallRun.events;
    expect(found({ events: [...smallRun.events, ...(first ? [first] : [])] })).toEqual({
      events_double: ['event event-1 is 2 times in the stream'],
    });
  });

  it('is a second one of the same version', () => {
    const again = event('event-9', 'booking.order.approved.v1', order.id, 2);
    expect(found({ events: [...smallRun.events, again] }).events_double).toEqual([
      'booking.order order-1 version 2: 2 events',
    ]);
  });

  it('is none of those that stand in no sequence: each of them has version 0', () => {
    const looks = ['revealed', 'revealed'].map((what, index) =>
      event(`look-${index}`, `crm.document.${what}.v1`, 'document-1', 0),
    );
    expect(found({ events: [...smallRun.events, ...looks] }).events_double ?? []).toEqual([]);
    const [first] = looks;
    expect(
      found({ events: [...smallRun.events, ...looks, ...(first ? [first] : [])] }).events_double,
    ).toEqual(['event look-0 is 2 times in the stream']);
  });
});

describe('doubled', () => {
  it('is what was asked once and happened twice', () => {
    const again = { ...payment, id: 'payment-2' };
    expect(found({ payments: [payment, again] }).doubled).toEqual(['pay op-3 has happened 2 times']);
  });

  it('is what was refused and has happened', () => {
    const refused = { ...paid, outcome: 'failed', claims: [] } as const;
    expect(found({ operations: [placed, approved, refused] }).doubled).toEqual([
      'pay op-3 was refused and has happened',
    ]);
  });

  it('is a step that nobody asked for', () => {
    const refused = { ...approved, outcome: 'failed', claims: [] } as const;
    expect(found({ operations: [placed, refused, paid] }).doubled).toEqual([
      'booking.order.approved.v1 order-1: happened 1 times more than asked',
    ]);
    const unknown = { ...approved, outcome: 'unknown', claims: [] } as const;
    expect(found({ operations: [placed, unknown, paid] })).toEqual({});
  });

  it('is the end of an order whose departure nobody has called off, as far as anybody knows', () => {
    const callOff = (outcome: Operation['outcome']): Operation => ({
      ...{ ...approved, id: 'op-5', name: 'call-off', event: 'booking.departure.cancelled.v1', outcome },
      claims: [],
    });
    const elsewhere: Operation = {
      ...{ ...approved, id: 'op-6', name: 'cancel', event: 'booking.order.cancelled.v1', orderId: 'order-2' },
      ...{ outcome: 'failed', claims: [] },
    };
    const doubled = (outcome: Operation['outcome']) =>
      found({
        operations: [placed, approved, paid, elsewhere, callOff(outcome)],
        departures: [{ ...departure, state: 'cancelled' }],
        events: [...smallRun.events, event('event-5', 'booking.order.cancelled.v1', order.id, 3)],
      }).doubled;
    expect(doubled('failed')).toHaveLength(1);
    expect(doubled('unknown')).toBeUndefined();
  });

  it('is one key with two answers', () => {
    const twice = { ...placed, claims: [orderClaim(), orderClaim({ orderId: 'order-2' })] };
    expect(found({ operations: [twice, approved, paid] }).doubled).toEqual([
      'place op-1: 2 different answers to one key',
    ]);
    const refusal = { startedAtMs: 0, endedAtMs: 1, status: 412, said: 'request/stale-version' };
    const refusedToo = { ...approved, attempts: [...approved.attempts, refusal] };
    expect(found({ operations: [placed, refusedToo, paid] }).doubled).toHaveLength(1);
    const short = (endedAtMs: number) => ({
      startedAtMs: 0,
      endedAtMs,
      status: 409,
      said: 'booking/not-enough-seats',
    });
    const twin = (endedAtMs: number) => ({ ...placed, attempts: [short(endedAtMs), ...placed.attempts] });
    expect(found({ operations: [twin(1), approved, paid] })).toEqual({});
    expect(found({ operations: [twin(2), approved, paid] }).doubled).toHaveLength(1);
  });
});

describe('money off', () => {
  it('is what booking has not counted, or counted twice', () => {
    expect(found({ orders: [{ ...order, paid: 200n }] })).toEqual({
      money_off: ['order order-1: received 100, counted 200'],
    });
  });

  it('is more than the price', () => {
    const much = { ...payment, amount: 400n };
    const claimed = { ...paid, claims: [{ ...paid.claims[0], amount: '400' } as (typeof paid.claims)[0]] }; // a payment's
    const change = {
      payments: [much],
      orders: [{ ...order, paid: 400n }],
      operations: [placed, approved, claimed],
    };
    const accounts = { '1001': 400n, '2203': -400n };
    expect(found({ ...change, accounts })).toEqual({
      money_off: ['order order-1: received 400 for 300'],
      refunds_off: ['order order-1 (awaiting-payment): paid 400, penalty 0, refunded 0 instead of 100'],
    });
  });

  it('is books that do not balance, or have other sums than the payments', () => {
    expect(found({ balances: [{ currency: 'CNY', debit: 100n, credit: 99n }] }).money_off).toHaveLength(1);
    expect(found({ accounts: { '1001': 90n, '2203': -90n } }).money_off).toHaveLength(2);
  });

  it('is no payment that was taken back', () => {
    const reversed = { ...payment, state: 'reversed' };
    expect(found({ payments: [reversed], orders: [{ ...order, paid: 0n }], accounts: {} })).toEqual({});
  });
});

describe('refunds off', () => {
  const cancelled = { ...order, state: 'cancelled', holdExpiresAt: null };
  const back = {
    ...{ id: 'refund-1', orderId: order.id, paymentId: payment.id, amount: 60n, state: 'paid' },
    ...{ version: 2, mark: 'op-4' },
  };
  const asked: Operation = {
    ...{ ...paid, id: 'op-4', name: 'refund', event: 'finance.refund.paid.v1' },
    claims: [{ kind: 'refund', refundId: back.id, orderId: order.id, version: 2, amount: '60' }],
  };
  const run = {
    operations: [placed, paid, asked],
    orders: [cancelled],
    departures: [{ ...departure, remaining: 10 }],
    samples: [],
    sellOuts: [],
    refunds: [back],
    cancellations: [cancellation],
    penaltyShare: 1_334,
    events: [
      ...smallRun.events,
      event('event-5', 'finance.refund.recorded.v1', back.id, 1),
      event('event-6', 'finance.refund.paid.v1', back.id, 2),
    ],
    outbox: [],
    figures: undefined,
    accounts: { '1001': 40n, '2203': 0n, '6001': -40n },
  };

  it('are none where the refund and the penalty are what was paid', () => {
    expect(found({ ...run, operations: [placed, paid, asked] }).refunds_off).toBeUndefined();
    const all = { ...cancellation, penalty: 300n, kept: 100n, refund: 0n };
    const allKept = { cancellations: [all], penaltyShare: 10_000, refunds: [] };
    expect(found({ ...run, ...allKept, operations: [placed, paid] }).refunds_off).toBeUndefined();
  });

  it('are too much, too little, nothing, and what is given back of an order that stands', () => {
    const of = (change: object) => found({ ...run, ...change }).refunds_off ?? [];
    expect(of({ refunds: [{ ...back, amount: 61n }] })).toEqual([
      'order order-1 (cancelled): paid 100, penalty 40, refunded 61 instead of 60',
    ]);
    expect(of({ refunds: [] })).toHaveLength(1);
    expect(of({ orders: [order] })).toHaveLength(1);
    expect(of({ refunds: [back, { ...back, id: 'refund-2' }] })).toEqual([
      'order order-1 (cancelled): paid 100, penalty 40, refunded 120 instead of 60',
      'payment payment-1: 120 refunded of 100',
    ]);
    expect(of({ refunds: [{ ...back, state: 'due' }] })).toEqual(['refund refund-1 is due, and never paid']);
    const expired = { orders: [{ ...cancelled, state: 'expired' }], cancellations: [] };
    expect(of({ ...expired, refunds: [{ ...back, amount: 100n }] })).toEqual([]);
  });

  it('are seen as lost, double and misposted by the others too', () => {
    expect(found({ ...run, refunds: [{ ...back, amount: 50n }] }).lost).toEqual([
      'refund op-4: told 60, stored 50',
    ]);
    expect(found({ ...run, refunds: [back, { ...back, id: 'refund-2' }] }).doubled).toEqual([
      'refund op-4 has happened 2 times',
    ]);
    expect(found({ ...run, accounts: { '1001': 100n, '2203': -40n, '2241': -60n } }).money_off).toHaveLength(
      3,
    );
  });

  it('let nobody be moved elsewhere than they were told, nor be charged another penalty', () => {
    const to = (departureId: string): Operation => ({
      ...{ ...paid, id: 'op-5', name: 'transfer', event: 'booking.order.placed.v1' },
      claims: [{ kind: 'transfer', orderId: order.id, departureId }],
    });
    expect(found({ operations: [placed, approved, paid, to('departure')] })).toEqual({});
    expect(found({ operations: [placed, approved, paid, to('elsewhere')] }).lost).toHaveLength(1);
    const told: Operation = {
      ...{ ...asked, id: 'op-6', name: 'cancel', event: 'booking.order.cancelled.v1' },
      claims: [
        {
          ...{ kind: 'cancellation', cancellationId: cancellation.id, orderId: order.id, scope: 'order' },
          ...{ fee: '300', seats: 2, version: 2, penalty: '41' },
        },
      ],
    };
    expect(found({ ...run, operations: [placed, paid, told] }).lost).toContain(
      'cancel op-6: told a penalty of 41, stored 40',
    );
    const called: Operation = {
      ...{ ...told, id: 'op-7', name: 'call-off', event: 'booking.departure.cancelled.v1' },
      claims: [{ kind: 'departure', departureId: 'departure', version: 2 }],
    };
    expect(found({ operations: [placed, approved, paid, called] }).lost).toEqual([
      'call-off op-7: told cancelled, stored open',
    ]);
  });
});

describe('effects off', () => {
  const figures = { placed: 1, confirmed: 1, ended: 0, sales: 300n };
  const confirmed = event('event-4', 'booking.order.confirmed.v1', order.id, 3);
  const change = { events: [...smallRun.events, confirmed], orders: [{ ...order, version: 3 }] };

  it('are figures other than those of the orders', () => {
    expect(found({ ...change, figures })).toEqual({});
    expect(found({ ...change, figures: { ...figures, sales: 299n } })).toEqual({
      effects_off: ['analytics: sales 299, by the orders 300'],
    });
    expect(found({ figures }).effects_off).toHaveLength(2);
    expect(found({ figures: { ...figures, placed: 0, confirmed: 0, sales: 0n } }).effects_off).toHaveLength(
      1,
    );
  });

  it('are sales of orders that have ended', () => {
    const cancelled = event('event-5', 'booking.order.cancelled.v1', order.id, 4);
    const ended = { events: [...change.events, cancelled], orders: [{ ...order, version: 4 }] };
    expect(found({ ...ended, figures: { ...figures, ended: 1, sales: 0n } }).effects_off).toBeUndefined();
    expect(found({ ...ended, figures: { ...figures, ended: 1 } }).effects_off).toEqual([
      'analytics: sales 300, by the orders 0',
    ]);
  });

  it('are nobody’s where analytics does not run', () => {
    expect(found({ ...change, figures: undefined })).toEqual({});
  });
});
