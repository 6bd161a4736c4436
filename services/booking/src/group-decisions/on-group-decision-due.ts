import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { callOff } from '../departures/change-departure/close-departure.ts';
import { Departure } from '../departures/departure.ts';
import { decideGroup, decisionMoments } from './decide.ts';
import { groupRulesInForce } from './group-rules.ts';
import { stand } from './stand.ts';

/**
 * Has the group of a new departure looked at on the days the rules name. Where all of them have begun it is below its minimum as of now: that is
 * said at once, and each confirmed order has it looked at again. A minimum of one is none, and the first order confirmed reaches it.
 */
export async function lookAtGroup(uow: UnitOfWork, departure: Departure): Promise<void> {
  const { decisionDays } = await groupRulesInForce(uow);
  const { id: departureId, departsOn } = departure;
  const moments = decisionMoments(departure, decisionDays, uow.now);
  const told = { departureId, departsOn, orderConfirmed: false };
  for (const { at, daysBefore, last } of moments)
    uow.publishLater(departureId, events.groupDecisionDue, { ...told, daysBefore, last }, at);
  const late = decisionDays.length > 0 && moments.length === 0;
  if (late && departure.minimumGroup > 1) await stand(uow, departure, 'at-risk', 0);
}

/**
 * An order of the departure was confirmed, or its minimum is another: where no day of a decision comes any more, its group is looked at now, by a message of its own since the
 * departure is locked last.
 */
export async function lookAgain(uow: UnitOfWork, departure: Departure): Promise<void> {
  if (departure.groupStanding === 'guaranteed') return;
  const { decisionDays } = await groupRulesInForce(uow);
  if (decisionDays.length === 0 || decisionMoments(departure, decisionDays, uow.now).length > 0) return;
  const { id: departureId, departsOn } = departure;
  const due = { departureId, departsOn, daysBefore: 0, last: false, orderConfirmed: true };
  uow.publishLater(departureId, events.groupDecisionDue, due, uow.now);
}

/** Seats of a departure's orders whose first payment has come in. */
export async function confirmedSeats(uow: UnitOfWork, departureId: string): Promise<number> {
  const [row] = await uow.rows<{ seats: number }>(
    `select coalesce(sum(seats), 0)::integer as seats from booking.orders
     where agency_id = ? and departure_id = ? and state in ('confirmed', 'travelling')`,
    [uow.agencyId, departureId],
  );
  return row?.seats ?? 0;
}

/** The day has come: the group is decided on by what is confirmed now and the rule in force now. */
export const onGroupDecisionDue = reaction(
  events.groupDecisionDue,
  async (uow, { departureId, last, orderConfirmed, departsOn }) => {
    const departure = await uow.lock(Departure, departureId);
    // Of a day it was to leave on before; a message of an earlier release does not say.
    if (departsOn !== '' && departsOn !== departure.departsOn) return;
    const confirmed = await confirmedSeats(uow, departureId);
    const decision = decideGroup(departure, confirmed, last, await groupRulesInForce(uow));
    if (decision === 'cancelled') await callOff(uow, departure, 'minimum-group', null);
    else if (decision === 'at-risk' && orderConfirmed && departure.groupStanding === decision)
      return; // as it was
    else if (decision !== 'none') await stand(uow, departure, decision, confirmed);
  },
);
