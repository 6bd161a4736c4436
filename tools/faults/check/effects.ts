import type { Facts, Figures } from '../facts/facts.ts';
import { violation, type Violation } from './violation.ts';

/** R3, the effect itself: the figures that analytics has built from events alone are those of booking's orders. */
export function findEffectsOff({
  figures,
  orders,
  events,
}: Pick<Facts, 'figures' | 'orders' | 'events'>): Violation[] {
  if (!figures) return [];
  const happened = (...types: string[]) =>
    new Set(events.filter(({ type }) => types.includes(type)).map(({ aggregateId }) => aggregateId));
  const confirmed = happened('booking.order.confirmed.v1');
  const ended = happened('booking.order.cancelled.v1', 'booking.order.expired.v1');
  const sold = orders.filter(({ id }) => confirmed.has(id) && !ended.has(id));
  const expected: Figures = {
    placed: orders.length,
    confirmed: confirmed.size,
    ended: ended.size,
    sales: sold.reduce((sum, { total }) => sum + total, 0n),
  };
  return (['placed', 'confirmed', 'ended', 'sales'] as const).flatMap((name) =>
    figures[name] === expected[name]
      ? []
      : [violation(`analytics: ${name} ${figures[name]}, by the orders ${expected[name]}`)],
  );
}
