import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, LocalDate, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Allotment, allotmentView, AllotmentView } from './allotment.ts';
import { allotmentErrors } from './errors.ts';
import { datesFrom } from './release-day.ts';

const Body = Type.Object({
  from: LocalDate,
  to: LocalDate,
  reason: Type.String({ minLength: 3, maxLength: 1_000 }),
});

interface Stopping extends Static<typeof Body> {
  readonly allotmentId: string;
  readonly version: number;
  readonly stopped: boolean;
}

/**
 * Stops the sale of the dates of a range, or takes it up again; what is taken stays taken, and release days act all the same.
 * @throws booking/dates-reversed, too-many-dates, dates-not-contracted
 */
const stopSale = command(
  { permission: 'booking.allotment.close' },
  async (uow, { allotmentId, version, stopped, from, to, reason }: Stopping) => {
    datesFrom(from, to);
    const allotment = await uow.lock(Allotment, allotmentId, version);
    const changed = await uow.rows(
      `with held as materialized (
         select on_date from booking.allotment_dates where agency_id = ? and allotment_id = ? and on_date between ? and ? order by on_date for update
       )
       update booking.allotment_dates as one set stopped = ?, stop_reason = ?
       from held where one.agency_id = ? and one.allotment_id = ? and one.on_date = held.on_date returning one.on_date`,
      [uow.agencyId, allotmentId, from, to, stopped, reason, uow.agencyId, allotmentId],
    );
    if (changed.length === 0) throw allotmentErrors.datesNotContracted({ dates: `${from}–${to}` });
    const after = { from, to, stopped, reason: '***' }; // reasons may name people
    uow.audit({ objectType: 'Allotment', objectId: allotmentId, change: 'update', after });
    const kind = stopped ? events.allotmentClosed : events.allotmentReopened;
    uow.publish(allotment, kind, { allotmentId, from, to });
    return allotmentView(allotment);
  },
);

const ofAllotment = {
  params: Type.Object({ allotmentId: Id }),
  body: Body,
  result: AllotmentView,
  versioned: true,
} as const;

export const stopSaleRoutes = () => [
  route({
    ...ofAllotment,
    method: 'POST',
    path: '/v1/allotments/:allotmentId/closing',
    summary: 'Stop the sale of a range of dates, with a reason',
    access: 'booking.allotment.close',
    handle: (call, { params: { allotmentId }, body, version }) =>
      stopSale(call, { ...body, allotmentId, version, stopped: true }),
  }),
  route({
    ...ofAllotment,
    method: 'POST',
    path: '/v1/allotments/:allotmentId/reopening',
    summary: 'Take up the sale of a range of dates again, with a reason',
    access: 'booking.allotment.close',
    handle: (call, { params: { allotmentId }, body, version }) =>
      stopSale(call, { ...body, allotmentId, version, stopped: false }),
  }),
];
