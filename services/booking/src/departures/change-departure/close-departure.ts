import { events } from '@yitu/contracts';
import { today } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { choiceRulesInForce } from '../../group-choices/choice-rules.ts';
import { chooseBy } from '../../group-choices/decide.ts';
import { Departure } from '../departure.ts';
import { listPrice } from '../../products/list-price.ts';
import { viewOf } from '../read-departures.ts';
import { offerSeatsDue } from '../../waiting-list/give-seats-back.ts';
import { checkCancelling, checkClosing, isOnSale, stateReopened } from './decide.ts';

/** A departure as its caller has read it. */
export interface Read {
  readonly departureId: string;
  readonly version: number;
}

type Reasoned = Read & { readonly reason: string };

/** Takes it off sale until somebody opens it again; what is sold stays sold. */
export const closeDeparture = command(
  { permission: 'booking.departure.close' },
  async (uow, { departureId, version, reason }: Reasoned) => {
    const departure = await uow.lock(Departure, departureId, version);
    checkClosing(departure);
    await close(uow, departure, reason);
    return viewOf(uow, departure);
  },
);

async function close(uow: UnitOfWork, departure: Departure, stateReason: string | null): Promise<void> {
  Object.assign(departure, { state: 'closed', stateReason });
  uow.publish(departure, events.departureClosed, { departureId: departure.id });
  await relist(uow, departure);
}

/**
 * A departure's trip has begun, or is over already: it is closed, for good. As with every closing, orders keep what they hold; who waits for seats
 * waits no longer, which a message of its own sees to, since entries are locked before their departure. Told again, it changes nothing. Orders are
 * locked before.
 */
export async function closeForTrip(uow: UnitOfWork, departureId: string): Promise<void> {
  const departure = await uow.lock(Departure, departureId);
  if (departure.tripBeganAt) return;
  offerSeatsDue(uow, departureId);
  if (!isOnSale(departure.state)) return noteTripBegan(uow, departureId);
  departure.tripBeganAt = uow.now;
  await close(uow, departure, null);
}

/** What is closed already is told of no second time: it is noted beside the entity, whose changes are all told. */
async function noteTripBegan(uow: UnitOfWork, departureId: string): Promise<void> {
  const tripBeganAt = uow.now.toString();
  await uow.rows('update booking.departures set trip_began_at = ? where agency_id = ? and id = ?', [
    ...[tripBeganAt, uow.agencyId, departureId],
  ]);
  uow.audit({
    ...{ objectType: 'Departure', objectId: departureId, change: 'update' },
    ...{ before: { tripBeganAt: null }, after: { tripBeganAt } },
  });
}

export const reopenDeparture = command(
  { permission: 'booking.departure.close' },
  async (uow, { departureId, version, reason }: Reasoned) => {
    const departure = await uow.lock(Departure, departureId, version);
    const state = stateReopened(departure);
    Object.assign(departure, { state, stateReason: reason });
    uow.publish(departure, events.departureReopened, { departureId, state });
    offerSeatsDue(uow, departureId); // nothing was offered while it was closed
    await relist(uow, departure);
    return viewOf(uow, departure);
  },
);

/** Why a departure does not take place. */
export type Cause = 'minimum-group' | 'agency' | 'force-majeure';

/** @throws booking/departure-wrong-state, departed */
export const cancelDeparture = command(
  { permission: 'booking.departure.cancel' },
  async (uow, { departureId, version, reason, cause }: Reasoned & { cause: Cause }) => {
    const departure = await uow.lock(Departure, departureId, version);
    checkCancelling(departure, today(uow.now, departure.timeZone));
    await callOff(uow, departure, cause, reason);
    return viewOf(uow, departure);
  },
);

/**
 * Ends a departure that does not take place. Its unpaid orders end by a message of their own: they are locked before their departure, which is
 * locked already here.
 */
export async function callOff(
  uow: UnitOfWork,
  departure: Departure,
  cause: Cause,
  reason: string | null,
): Promise<void> {
  const { id: departureId, productId } = departure;
  const { choiceDays } = await choiceRulesInForce(uow);
  const until = chooseBy(departure, choiceDays, uow.now);
  const called = { cancelledAt: uow.now, cancelCause: cause, chooseBy: until };
  Object.assign(departure, { state: 'cancelled', stateReason: reason, ...called });
  uow.publish(departure, events.departureCancelled, { departureId, productId, cause });
  uow.publishLater(departureId, events.unpaidOrdersEndDue, { departureId }, uow.now);
  await relist(uow, departure);
}

/** The product's lowest price is computed from what is stored. */
async function relist(uow: UnitOfWork, { productId }: Departure): Promise<void> {
  await uow.em.flush();
  await listPrice(uow, productId);
}
