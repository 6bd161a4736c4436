import { events } from '@yitu/contracts';
import { addDays, today } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import { endTakingsOf } from '../allotments/on-takings-end-due.ts';
import { cancel } from '../cancellations/cancel.ts';
import { isOnSale } from '../departures/change-departure/decide.ts';
import { Departure } from '../departures/departure.ts';
import { errors } from '../errors.ts';
import { endOrder } from '../orders/end-order.ts';
import { Order } from '../orders/order.ts';
import { checkChoice, checkChoosing, checkTarget } from './decide.ts';
import { GroupChoice, groupChoiceView, type Choice, type Consent } from './group-choice.ts';

interface Recording {
  readonly orderId: string;
  readonly version: number;
  readonly choice: Choice;
  readonly targetDepartureId?: string | undefined;
  readonly consent: Static<typeof Consent>;
}

/**
 * Records what a customer chose and does it: a transfer and a postponement move the order with its seats and its price; a refund ends it.
 * @throws booking/wrong-state, departure-takes-place, target-departure, consent-in-the-future, no-such-departure, departure-not-open,
 * cut-off-passed, not-enough-seats
 */
export const recordChoice = command(
  { permission: 'booking.group-choice.record' },
  async (uow, input: Recording) => {
    const { orderId, version, choice, targetDepartureId, consent } = input;
    const order = await uow.lock(Order, orderId, version);
    const departure = await uow.get(Departure, order.departureId);
    checkChoosing(order, departure);
    checkChoice(input, departure.timeZone, uow.now);
    const { agencyId, userId: recordedBy, now: recordedAt } = uow;
    const { branchId, authorId, departureId, seats, currency, total, paid } = order;
    const [earlier] = await uow.find(GroupChoice, { orderId, departureId });
    if (earlier) throw errors.choiceMade();
    const recorded = uow.add(
      uow.em.create(GroupChoice, {
        ...{ agencyId, orderId, departureId, branchId, authorId, choice },
        targetDepartureId: targetDepartureId ?? null,
        ...{
          consentBy: consent.by,
          consentedOn: consent.on,
          consentText: consent.text,
          recordedBy,
          recordedAt,
        },
      }),
    );
    uow.publish(order, events.orderGroupChoiceRecorded, {
      ...{ orderId, branchId, departureId, choice, seats },
      targetDepartureId: targetDepartureId ?? '',
      ...{ total: { amount: total, currency }, paid: { amount: paid, currency } },
    });
    if (targetDepartureId !== undefined) await move(uow, order, departure, { choice, targetDepartureId });
    else await refundAll(uow, order, departure, consent.text);
    return groupChoiceView(recorded);
  },
);

/**
 * Ends an order whose customer wants their money back: all of it, with compensation by the day they were told where the agency is at fault. Where the
 * minimum was not reached the scale says nothing is owed when they were told in time.
 */
async function refundAll(uow: UnitOfWork, order: Order, departure: Departure, reason: string): Promise<void> {
  if (order.state === 'in-review' || order.state === 'returned') return endOrder(uow, order, 'cancelled');
  const cause = departure.cancelCause === 'force-majeure' ? 'force-majeure' : 'agency';
  const arrivedAt = departure.cancelledAt ?? uow.now;
  await cancel(uow, order, departure, {
    ...{ cause, reason, proof: '', arrivedAt, provenCost: undefined, cancelledBy: uow.userId },
  });
}

/**
 * Moves an order's seats in one statement, which locks both departures in the order of their ids, after everything but what they have of allotments. The lock is the
 * one that an update takes: a stronger one would wait for all whose rows refer to the departures, as theirs for this. What the order has taken of allotments
 * is for the old days: it goes back here, whether or not the call-off has been heard of, since nobody finds it by the old departure any more.
 */
async function move(
  uow: UnitOfWork,
  order: Order,
  from: Departure,
  { choice, targetDepartureId }: { choice: Choice; targetDepartureId: string },
): Promise<void> {
  const [to] = await uow.find(Departure, { id: targetDepartureId });
  if (!to) throw errors.noSuchDeparture();
  checkTarget(choice, from, to);
  if (!isOnSale(to.state)) throw errors.departureNotOpen({ state: to.state });
  const cutOff = addDays(to.departsOn, -to.cutOffDays);
  if (today(uow.now, to.timeZone) > cutOff) throw errors.cutOffPassed({ cutOff });
  const policyProductId = order.policyProductId ?? order.productId;
  Object.assign(order, { departureId: to.id, productId: to.productId, policyProductId });
  await uow.em.flush();
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
  await endTakingsOf(uow, order.id, 'departure-cancelled');
}
