import { addDays, today } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { endTakingsOf } from '../allotments/on-takings-end-due.ts';
import { isOnSale } from '../departures/change-departure/decide.ts';
import { Departure } from '../departures/departure.ts';
import { errors } from '../errors.ts';
import type { Order } from '../orders/order.ts';
import { redateDues } from '../payment-dues/redate-dues.ts';
import type { StandingDue } from '../payment-dues/standing.ts';
import { checkTarget } from './decide.ts';
import type { Choice } from './group-choice.ts';

/** Where an order has moved to, and what is open of it by its new days. */
export interface Moved {
  readonly to: Departure;
  readonly open: readonly StandingDue[];
}

/**
 * Moves an order with its seats and its price to another departure; what is to be paid is due by the days of that one.
 * @param order locked
 * @throws booking/no-such-departure, target-departure, departure-not-open, cut-off-passed, not-enough-seats
 */
export async function moveOrder(
  uow: UnitOfWork,
  order: Order,
  from: Departure,
  { choice, targetDepartureId }: { readonly choice: Choice; readonly targetDepartureId: string },
): Promise<Moved> {
  const [to] = await uow.find(Departure, { id: targetDepartureId });
  if (!to) throw errors.noSuchDeparture();
  checkTarget(choice, from, to);
  if (!isOnSale(to.state)) throw errors.departureNotOpen({ state: to.state });
  const cutOff = addDays(to.departsOn, -to.cutOffDays);
  if (today(uow.now, to.timeZone) > cutOff) throw errors.cutOffPassed({ cutOff });
  const policyProductId = order.policyProductId ?? order.productId;
  Object.assign(order, { departureId: to.id, productId: to.productId, policyProductId });
  const open = await redateDues(uow, order, to.departsOn);
  await uow.em.flush();
  await moveSeats(uow, order, { from, to });
  await endTakingsOf(uow, order.id, 'departure-cancelled');
  return { to, open };
}

/**
 * Moves an order's seats in one statement, which locks both departures in the order of their ids, after everything but what they have of allotments. The lock is the
 * one that an update takes: a stronger one would wait for all whose rows refer to the departures, as theirs for this. What the order has taken of allotments
 * is for the old days: it goes back after this, whether or not the call-off has been heard of, since nobody finds it by the old departure any more.
 */
async function moveSeats(
  uow: UnitOfWork,
  order: Order,
  { from, to }: { readonly from: Departure; readonly to: Departure },
): Promise<void> {
  const { agencyId } = uow;
  const moved = await uow.rows(
    `with locked as (
       select id from booking.departures where agency_id = ? and id in (?, ?) order by id for no key update
     )
     update booking.departures set remaining = remaining + case departures.id when ?::uuid then ?::integer else -?::integer end
     from locked where departures.agency_id = ? and departures.id = locked.id
       and (departures.id = ?::uuid or (departures.state in ('open', 'guaranteed') and departures.remaining >= ?::integer))
     returning departures.id`,
    [agencyId, from.id, to.id, from.id, order.seats, order.seats, agencyId, from.id, order.seats],
  );
  if (moved.length < 2) throw errors.notEnoughSeats();
}
