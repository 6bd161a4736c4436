import { events } from '@yitu/contracts';
import { today } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalDate, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Allotment, allotmentView, AllotmentView, ReleaseDays, type SaleMode } from './allotment.ts';
import { allotmentErrors } from './errors.ts';
import { nextRelease, releaseWhenDue } from './on-release-due.ts';
import { datesFrom, releaseMoment } from './release-day.ts';

const Body = Type.Object({
  from: LocalDate,
  to: LocalDate,
  quantity: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 100_000, description: 'Units of each date; none in free sale' }),
  ),
  releaseDays: Type.Optional(ReleaseDays),
});

interface Setting extends Static<typeof Body> {
  readonly allotmentId: string;
  readonly version: number;
}

/**
 * Sets the units of each date from the first to the last, whether the date is new, extended or cut; none is set where one of them would go below what
 * is taken of it or went back. A new date whose release day has begun stays with the agency; what was released once is never released again.
 * @throws booking/dates-reversed, too-many-dates, date-in-the-past, quantity-missing, quantity-in-free-sale, below-taken
 */
const setDates = command({ permission: 'booking.allotment.contract' }, async (uow, input: Setting) => {
  const { allotmentId, version, from, to, quantity } = input;
  const dates = datesFrom(from, to);
  const allotment = await uow.lock(Allotment, allotmentId, version);
  checkQuantity(allotment.mode, quantity);
  if (from < today(uow.now, allotment.timeZone)) throw inThePast(from);
  const earlier = await nextRelease(uow, allotmentId);
  const short = await store(uow, allotment, input, dates);
  if (short.length > 0) throw belowTaken(short);
  uow.audit({
    ...{ objectType: 'Allotment', objectId: allotmentId, change: 'update' },
    after: { from, to, quantity: quantity ?? null, releaseDays: input.releaseDays ?? null },
  });
  uow.publish(allotment, events.allotmentDatesSet, { allotmentId, from, to, quantity });
  const next = await nextRelease(uow, allotmentId);
  // For the earlier one a message is on its way.
  if (next && !(earlier && next.equals(earlier))) releaseWhenDue(uow, allotmentId, next);
  return allotmentView(allotment);
});

function checkQuantity(mode: SaleMode, quantity: number | undefined): void {
  const field = '/body/quantity';
  if (mode === 'allotment' && quantity === undefined)
    throw allotmentErrors.quantityMissing({ fields: [{ field, ...required }] });
  if (mode === 'free-sale' && quantity !== undefined)
    throw allotmentErrors.quantityInFreeSale({ fields: [{ field, ...absent }] });
}

const required = { rule: 'required', message: { zh: '配额必填', en: 'is required of an allotment' } };
const absent = { rule: 'absent', message: { zh: '自由销售不填', en: 'must be left out in free sale' } };

function inThePast(date: string) {
  const message = { zh: '不能早于目的地当天', en: 'must not be before today at the destination' };
  return allotmentErrors.dateInThePast(
    { date },
    { fields: [{ field: '/body/from', rule: 'not-past', message }] },
  );
}

/** A date and how many units of it are taken or went back. */
interface Bound {
  readonly date: string;
  readonly bound: number;
}

function belowTaken(short: readonly Bound[]) {
  const dates = short.map(({ date, bound }) => `${date} (${bound})`).join(', ');
  const least = Math.max(...short.map(({ bound }) => bound));
  const message = { zh: `至少为 ${least}`, en: `must be at least ${least}` };
  return allotmentErrors.belowTaken(
    { dates },
    { fields: [{ field: '/body/quantity', rule: 'taken', message }] },
  );
}

/**
 * One statement locks the dates there are and stores all, or none: whatever is taken meanwhile counts.
 * @returns the dates that would go too low
 */
function store(
  uow: UnitOfWork,
  { id, timeZone, releaseDays: usual }: Allotment,
  {
    from,
    to,
    quantity = null,
    releaseDays,
  }: Omit<Setting, 'quantity'> & { quantity?: number | null | undefined },
  dates: readonly string[],
): Promise<Bound[]> {
  const wanted = dates.map((date) => ({
    on_date: date,
    releases_at: releaseMoment(date, releaseDays ?? usual, timeZone).toString(),
  }));
  const now = uow.now.toString();
  return uow.rows<Bound>(
    `with held as materialized (
       select on_date, taken + released as bound from booking.allotment_dates
       where agency_id = ? and allotment_id = ? and on_date between ? and ? order by on_date for update
     ), short as (
       select on_date, bound from held where bound > ?::integer
     ), stored as (
       insert into booking.allotment_dates as earlier (agency_id, allotment_id, on_date, quantity, releases_at, released_at)
       select ?, ?, on_date, ?::integer, releases_at, case when releases_at <= ?::timestamptz then ?::timestamptz end
       from jsonb_to_recordset(?) as wanted (on_date date, releases_at timestamptz) where not exists (select from short)
       on conflict (agency_id, allotment_id, on_date) do update set quantity = excluded.quantity,
         releases_at = case when ?::boolean and earlier.released_at is null then excluded.releases_at else earlier.releases_at end
     )
     select on_date::text as date, bound from short order by on_date`,
    [
      ...[uow.agencyId, id, from, to, quantity],
      ...[uow.agencyId, id, quantity, now, now, JSON.stringify(wanted)],
      releaseDays !== undefined,
    ],
  );
}

export const setDatesRoute = () =>
  route({
    method: 'PUT',
    path: '/v1/allotments/:allotmentId/dates',
    summary:
      'Set the units of a range of dates: new, extended, or cut down to what is taken; with release days of their own',
    access: 'booking.allotment.contract',
    params: Type.Object({ allotmentId: Id }),
    body: Body,
    result: AllotmentView,
    versioned: true,
    handle: (call, { params: { allotmentId }, body, version }) =>
      setDates(call, { ...body, allotmentId, version }),
  });
