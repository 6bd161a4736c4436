import { describe, expect, it } from 'vitest';
import { endsHold } from './on-hold-expiry-due.ts';

const due = '2026-05-01T04:30:00.123456Z';
const order = { state: 'in-review', holdExpiresAt: Temporal.Instant.from(due) } as const;

describe('a message that a hold is over', () => {
  it.each(['in-review', 'returned', 'awaiting-payment'] as const)('ends the hold of an order %s', (state) => {
    expect(endsHold({ ...order, state }, due)).toBe(true);
  });

  it('means the same instant however it is written', () => {
    expect(endsHold(order, '2026-05-01T12:30:00.123456000+08:00')).toBe(true);
  });

  it.each([
    ['was extended', { ...order, holdExpiresAt: order.holdExpiresAt.add({ hours: 72 }) }],
    ['was shortened', { ...order, holdExpiresAt: order.holdExpiresAt.subtract({ nanoseconds: 1_000 }) }],
    ['is no more', { ...order, holdExpiresAt: null }],
    ['belongs to a booking', { ...order, state: 'confirmed' as const }],
  ])('changes nothing when the hold %s', (_what, changed) => {
    expect(endsHold(changed, due)).toBe(false);
  });

  it('changes nothing when it does not say for which end it was sent', () => {
    expect(endsHold(order, undefined)).toBe(false);
  });
});
