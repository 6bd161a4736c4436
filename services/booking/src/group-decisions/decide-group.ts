import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Read } from '../departures/change-departure/close-departure.ts';
import { checkNotCancelled } from '../departures/change-departure/decide.ts';
import { Departure, DepartureView } from '../departures/departure.ts';
import { viewOf } from '../departures/read-departures.ts';
import { errors } from '../errors.ts';
import { confirmedSeats } from './on-group-decision-due.ts';
import { stand } from './stand.ts';

interface Decision extends Read {
  readonly decision: 'guaranteed' | 'at-risk';
  readonly reason: string;
}

/** A person decides, whatever the figures say: what is guaranteed is no more taken back than by cancelling it. */
const decideOnGroup = command(
  { permission: 'booking.departure.decide' },
  async (uow, { departureId, version, decision, reason }: Decision) => {
    const departure = await uow.lock(Departure, departureId, version);
    checkNotCancelled(departure);
    if (departure.groupStanding === 'guaranteed') throw errors.groupGuaranteed();
    departure.stateReason = reason;
    await stand(uow, departure, decision, await confirmedSeats(uow, departureId));
    return viewOf(uow, departure);
  },
);

export const decideGroupRoute = () =>
  route({
    method: 'POST',
    path: '/v1/departures/:departureId/group-decision',
    summary: 'Decide that a group takes place, or that it is at risk; cancelling is an operation of its own',
    access: 'booking.departure.decide',
    params: Type.Object({ departureId: Id }),
    body: Type.Object({
      decision: Type.Enum(['guaranteed', 'at-risk']),
      reason: Type.String({ minLength: 3, maxLength: 1_000 }),
    }),
    result: DepartureView,
    versioned: true,
    handle: (call, { params: { departureId }, body, version }) =>
      decideOnGroup(call, { ...body, departureId, version }),
  });
