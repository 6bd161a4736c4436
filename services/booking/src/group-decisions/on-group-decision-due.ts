import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { callOff } from '../departures/change-departure/close-departure.ts';
import { stateOnSale } from '../departures/change-departure/decide.ts';
import { Departure, type GroupStanding } from '../departures/departure.ts';
import { decideGroup, decisionMoments } from './decide.ts';
import { groupRulesInForce } from './group-rules.ts';

/** Has the group of a new departure looked at on the days the rules name. */
export async function lookAtGroup(uow: UnitOfWork, departure: Departure): Promise<void> {
  const { decisionDays } = await groupRulesInForce(uow);
  const { id: departureId } = departure;
  for (const { at, daysBefore, last } of decisionMoments(departure, decisionDays, uow.now))
    uow.publishLater(departureId, events.groupDecisionDue, { departureId, daysBefore, last }, at);
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
export const onGroupDecisionDue = reaction(events.groupDecisionDue, async (uow, { departureId, last }) => {
  const departure = await uow.lock(Departure, departureId);
  const confirmed = await confirmedSeats(uow, departureId);
  const decision = decideGroup(departure, confirmed, last, await groupRulesInForce(uow));
  if (decision === 'cancelled') await callOff(uow, departure, 'minimum-group', null);
  else if (decision !== 'none') stand(uow, departure, decision, confirmed);
});

/** Tells how a group stands; a departure on sale that takes place is shown as that. */
export function stand(
  uow: UnitOfWork,
  departure: Departure,
  groupStanding: Exclude<GroupStanding, 'undecided'>,
  confirmed: number,
): void {
  departure.groupStanding = groupStanding;
  if (departure.state !== 'closed') departure.state = stateOnSale(departure);
  const kind = groupStanding === 'guaranteed' ? events.departureGuaranteed : events.departureAtRisk;
  const { id: departureId, minimumGroup } = departure;
  uow.publish(departure, kind, { departureId, minimumGroup, confirmedSeats: confirmed });
}
