import type { Facts } from '../facts/facts.ts';
import type { Operation } from '../history/operation.ts';
import { place } from '../load/operations.ts';
import { isAlone } from './alone.ts';

/** Orders that were asked for while booking had no NATS, and how many of them were answered at the first attempt. */
export interface WithoutNats {
  readonly asked: number;
  readonly answered: number;
}

/** R4: bookings are accepted while NATS is down. A refusal for want of seats is an answer. */
export function ordersWithoutNats({ faults, operations }: Pick<Facts, 'faults' | 'operations'>): WithoutNats {
  const down = faults.filter(
    (fault) =>
      (fault.strike.target === 'nats' || fault.strike.target === 'booking→nats') &&
      fault.strike.kind !== 'slow' &&
      isAlone(faults, fault),
  );
  const asked = operations.filter(
    ({ event, startedAtMs }) =>
      event === place.event &&
      down.some((fault) => startedAtMs >= fault.startedAtMs && startedAtMs < fault.endedAtMs),
  );
  return { asked: asked.length, answered: asked.filter(isAnswered).length };
}

function isAnswered({ attempts: [first] }: Operation): boolean {
  return first !== undefined && first.status > 0 && first.status < 500;
}
