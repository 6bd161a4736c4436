import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { allotmentErrors } from './errors.ts';
import { AllotmentTaking, takingView, TakingView, type EndCause } from './taking.ts';

interface GivingBack {
  readonly takingId: string;
  readonly version: number;
}

/** @throws booking/taking-ended */
const giveBack = command(
  { permission: 'booking.allotment.take' },
  async (uow, { takingId, version }: GivingBack) => {
    const taking = await uow.lock(AllotmentTaking, takingId, version);
    if (taking.endedAt) throw allotmentErrors.takingEnded();
    await endTakings(uow, [taking], 'given-back');
    return takingView(taking);
  },
);

/**
 * Ends takings and gives their units back, to every date at once. Called once for each, by whoever holds its lock and has seen that it has not ended.
 */
export async function endTakings(
  uow: UnitOfWork,
  takings: readonly AllotmentTaking[],
  cause: EndCause,
): Promise<void> {
  if (takings.length === 0) return;
  for (const taking of takings) {
    taking.endedAt = uow.now;
    taking.endCause = cause;
    const { id: takingId, allotmentId, orderId, departureId, fromDate: from, toDate: to, quantity } = taking;
    uow.publish(taking, events.allotmentTakingEnded, {
      ...{ takingId, allotmentId, from, to, quantity, cause },
      ...{ orderId: orderId ?? '', departureId: departureId ?? '' },
    });
  }
  const ids = takings.map(({ id }) => id).join(',');
  await uow.rows(
    `with back as (
       select night.allotment_id, night.on_date, sum(taking.quantity)::integer as units
       from booking.allotment_takings as taking join booking.allotment_dates as night
         on night.agency_id = taking.agency_id and night.allotment_id = taking.allotment_id and night.on_date between taking.from_date and taking.to_date
       where taking.agency_id = ? and taking.id = any (string_to_array(?, ',')::uuid[])
       group by night.allotment_id, night.on_date
     ), held as materialized (
       select night.allotment_id, night.on_date, back.units
       from booking.allotment_dates as night join back using (allotment_id, on_date)
       where night.agency_id = ? order by night.allotment_id, night.on_date for update of night
     )
     update booking.allotment_dates as one set taken = one.taken - held.units
     from held where one.agency_id = ? and one.allotment_id = held.allotment_id and one.on_date = held.on_date`,
    [uow.agencyId, ids, uow.agencyId, uow.agencyId],
  );
}

export const giveBackRoute = () =>
  route({
    method: 'POST',
    path: '/v1/allotment-takings/:takingId/end',
    summary: 'Give the units of a taking back, on all its dates',
    access: 'booking.allotment.take',
    params: Type.Object({ takingId: Id }),
    result: TakingView,
    versioned: true,
    handle: (call, { params: { takingId }, version }) => giveBack(call, { takingId, version }),
  });
