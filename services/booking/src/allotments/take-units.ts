import { events } from '@yitu/contracts';
import { newId, today } from '@yitu/kernel';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalDate, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { allotmentErrors } from './errors.ts';
import { datesFrom } from './release-day.ts';
import { refusalOf } from './refusal.ts';
import { checkReference, holderOf } from './reference.ts';
import { AllotmentTaking, takingView, TakingView } from './taking.ts';

const Body = Type.Object({
  from: LocalDate,
  to: LocalDate,
  quantity: Type.Integer({ minimum: 1, maximum: 10_000, description: 'Units of each date' }),
  orderId: Type.Optional(Id),
  departureId: Type.Optional(Id),
});

export interface Taking extends Static<typeof Body> {
  readonly allotmentId: string;
}

/**
 * Takes units of every date of a stay, or of none, for an order or a departure. They come back when that ends. Locks go from order to departure to
 * allotment to dates, here as everywhere: whoever ends the order or departure waits, and then finds the taking.
 * @throws booking/one-reference, no-such-order, no-such-departure, wrong-state, departure-wrong-state, date-in-the-past, dates-not-contracted,
 * dates-stopped, units-released, not-enough-units
 */
const takeUnits = command({ permission: 'booking.allotment.take' }, async (uow, input: Taking) => {
  const { allotmentId, from, to, quantity } = input;
  const dates = datesFrom(from, to);
  const reference = checkReference(input);
  const holder = await holderOf(uow, reference);
  const [allotment] = await uow.rows<{ timeZone: string }>(
    'select time_zone as "timeZone" from booking.allotments where agency_id = ? and id = ? for key share',
    [uow.agencyId, allotmentId],
  );
  if (!allotment) throw requestErrors.notFound();
  if (from < today(uow.now, allotment.timeZone)) throw allotmentErrors.dateInThePast({ date: from });
  if (!(await take(uow, input, dates.length))) throw await refusalOf(uow, input, dates);
  const taking = uow.add(
    uow.em.create(AllotmentTaking, {
      ...{ agencyId: uow.agencyId, id: newId(), allotmentId, ...holder },
      ...{ fromDate: from, toDate: to, quantity, endedAt: null, endCause: null },
      ...{ version: 0, createdAt: uow.now },
    }),
  );
  const { orderId, departureId } = holder;
  uow.publish(taking, events.allotmentTakingMade, {
    ...{ takingId: taking.id, allotmentId, from, to, quantity },
    ...{ orderId: orderId ?? '', departureId: departureId ?? '' },
  });
  return takingView(taking);
});

/**
 * One statement over all dates. It locks those that have enough, in their order, so that two stays never wait for each other, and takes of them only
 * if that is every date of the stay.
 * @returns whether it did
 */
async function take(
  uow: UnitOfWork,
  { allotmentId, from, to, quantity }: Taking,
  dates: number,
): Promise<boolean> {
  const now = uow.now.toString();
  const taken = await uow.rows(
    `with enough as materialized (
       select on_date from booking.allotment_dates
       where agency_id = ? and allotment_id = ? and on_date between ? and ? and not stopped
         and case when quantity is null then releases_at > ?::timestamptz
             else (released_at is not null or releases_at > ?::timestamptz) and quantity - taken - released >= ?::integer end
       order by on_date for update
     )
     update booking.allotment_dates as one set taken = one.taken + ?::integer
     from enough where one.agency_id = ? and one.allotment_id = ? and one.on_date = enough.on_date and (select count(*) from enough) = ?::integer
     returning one.on_date`,
    [
      ...[uow.agencyId, allotmentId, from, to, now, now, quantity],
      ...[quantity, uow.agencyId, allotmentId, dates],
    ],
  );
  return taken.length === dates;
}

export const takeUnitsRoute = () =>
  route({
    method: 'POST',
    path: '/v1/allotments/:allotmentId/takings',
    summary:
      'Take units of every date from the first to the last for an order or a departure, or of none of them',
    access: 'booking.allotment.take',
    params: Type.Object({ allotmentId: Id }),
    body: Body,
    result: TakingView,
    status: 201,
    handle: (call, { params: { allotmentId }, body }) => takeUnits(call, { ...body, allotmentId }),
  });
