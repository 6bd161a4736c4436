import { hasEnded, type Facts } from '../facts/facts.ts';
import { violation, type Violation } from './violation.ts';

/** R2: at no moment more seats sold and held than there are, and none beyond the last can be sold. */
export function findOversold({
  orders,
  departures,
  samples,
  sellOuts,
}: Pick<Facts, 'orders' | 'departures' | 'samples' | 'sellOuts'>): Violation[] {
  const taken = takenOf(orders);
  return [
    ...departures.flatMap(({ id, capacity }) => beyond(id, taken.get(id) ?? 0, capacity, 'at the end')),
    ...samples.flatMap(({ departureId, taken: then, capacity, atMs }) =>
      beyond(departureId, then, capacity, `${atMs} ms into the run`),
    ),
    ...sellOuts
      .filter(({ oneMore }) => oneMore)
      .map(({ departureId }) => violation(`departure ${departureId}: one seat more than there are was sold`)),
  ];
}

function beyond(departureId: string, taken: number, capacity: number, when: string): Violation[] {
  if (taken <= capacity) return [];
  return [
    violation(`departure ${departureId}: ${taken} of ${capacity} seats taken ${when}`, taken - capacity),
  ];
}

/** R2: every hold that ended has given its seats back exactly once, none waits for ever, and what is left can be sold. */
export function findLeaked({
  orders,
  departures,
  samples,
  sellOuts,
  readAt,
}: Pick<Facts, 'orders' | 'departures' | 'samples' | 'sellOuts' | 'readAt'>): Violation[] {
  const taken = takenOf(orders);
  const unbalanced = (
    { id, capacity, remaining }: { id: string; capacity: number; remaining: number },
    now: number,
    when: string,
  ) => {
    const off = capacity - remaining - now;
    if (off === 0) return [];
    const what = off > 0 ? 'nobody has and nobody can buy' : 'were given back twice or never taken';
    return [violation(`departure ${id}: ${Math.abs(off)} seats ${what}, ${when}`, Math.abs(off))];
  };
  const calledOff = new Set(departures.filter(({ state }) => state === 'cancelled').map(({ id }) => id));
  // What was paid in part of a called-off departure ends by what its customer chooses, or when the days for that are over.
  const isChosenFor = ({ departureId, paid }: Facts['orders'][number]) =>
    paid > 0n && calledOff.has(departureId);
  return [
    ...departures.flatMap((departure) => unbalanced(departure, taken.get(departure.id) ?? 0, 'at the end')),
    ...samples.flatMap((sample) =>
      unbalanced({ ...sample, id: sample.departureId }, sample.taken, `${sample.atMs} ms into the run`),
    ),
    ...orders
      .filter((order) => !hasEnded(order.state) && isOver(order.holdExpiresAt, readAt) && !isChosenFor(order))
      .map(({ id, holdExpiresAt, seats }) =>
        violation(`order ${id} still holds ${seats} seats since ${holdExpiresAt}`, seats),
      ),
    ...sellOuts
      .filter(({ sold, remaining }) => sold < remaining)
      .map(({ departureId, sold, remaining }) =>
        violation(
          `departure ${departureId}: only ${sold} of ${remaining} seats could be sold`,
          remaining - sold,
        ),
      ),
  ];
}

const isOver = (holdExpiresAt: string | null, now: Temporal.Instant) =>
  holdExpiresAt !== null && Temporal.Instant.compare(Temporal.Instant.from(holdExpiresAt), now) < 0;

function takenOf(orders: Facts['orders']): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const { departureId, seats, state } of orders)
    if (!hasEnded(state)) taken.set(departureId, (taken.get(departureId) ?? 0) + seats);
  return taken;
}
