import { today } from '@yitu/kernel';
import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalDate, page, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Allotment } from './allotment.ts';
import { dateStates, remainingOf, stateOf, type Units } from './release-day.ts';

interface Row extends Omit<Units, 'releasesAt' | 'releasedAt'> {
  readonly releasesAt: string;
  readonly releasedAt: string | null;
  readonly stopReason: string | null;
}

type DatedUnits = Units & Pick<Row, 'stopReason'>;

interface Range {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number;
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Dates of an allotment, the first first. */
export async function unitsOf(
  uow: UnitOfWork,
  allotmentId: string,
  { from = '-infinity', to = 'infinity', after = '-infinity', limit = 1_000 }: Range,
): Promise<DatedUnits[]> {
  const rows = await uow.rows<Row>(
    `select on_date::text as date, quantity, taken, released, stopped, stop_reason as "stopReason",
       ${instant('releases_at')} as "releasesAt", ${instant('released_at')} as "releasedAt"
     from booking.allotment_dates
     where agency_id = ? and allotment_id = ? and on_date >= ?::date and on_date <= ?::date and on_date > ?::date order by on_date limit ?`,
    [uow.agencyId, allotmentId, from, to, after, limit],
  );
  return rows.map(({ releasesAt, releasedAt, ...row }) => ({
    ...row,
    releasesAt: Temporal.Instant.from(releasesAt),
    releasedAt: releasedAt === null ? null : Temporal.Instant.from(releasedAt),
  }));
}

const Query = Type.Object({
  limit: page.limit,
  after: Type.Optional(LocalDate),
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
});

const Calendar = Type.Object(
  {
    dates: Type.Array(
      Type.Object({
        date: LocalDate,
        quantity: Type.Union([Type.Integer(), Type.Null()], {
          description: 'Units contracted; null in free sale',
        }),
        taken: Type.Integer(),
        released: Type.Integer({ description: 'Units that went back to the supplier on the release day' }),
        remaining: Type.Union([Type.Integer(), Type.Null()]),
        state: Type.String({ description: dateStates.join(', ') }),
        stopReason: Type.Union([Type.String(), Type.Null()]),
        releaseOn: LocalDate,
      }),
    ),
    next: Type.Union([LocalDate, Type.Null()], {
      description: 'Give it as `after` for the next page; null at the end.',
    }),
  },
  { title: 'AllotmentCalendar' },
);

interface Asked extends Static<typeof Query> {
  readonly allotmentId: string;
}

const readCalendar = query(
  { permission: 'booking.allotment.read' },
  async (uow, { allotmentId, limit, ...range }: Asked): Promise<Static<typeof Calendar>> => {
    const { timeZone } = await uow.get(Allotment, allotmentId);
    const found = await unitsOf(uow, allotmentId, { ...range, limit: limit + 1 });
    const dates = found.slice(0, limit).map((units) => dateView(units, timeZone, uow.now));
    return { dates, next: found.length > limit ? (dates.at(-1)?.date ?? null) : null };
  },
);

function dateView(units: DatedUnits, timeZone: string, now: Temporal.Instant) {
  const { date, quantity, taken, released, stopped, stopReason, releasesAt } = units;
  return {
    ...{ date, quantity, taken, released },
    remaining: remainingOf(units),
    state: stateOf(units, now, today(now, timeZone)),
    stopReason: stopped ? stopReason : null,
    releaseOn: today(releasesAt, timeZone),
  };
}

export const readCalendarRoute = () =>
  route({
    method: 'GET',
    path: '/v1/allotments/:allotmentId/calendar',
    summary: 'The dates of an allotment with what is taken, released and left of each, the first first',
    access: 'booking.allotment.read',
    params: Type.Object({ allotmentId: Id }),
    query: Query,
    result: Calendar,
    handle: (call, { params: { allotmentId }, query: input }) =>
      readCalendar(call, { ...input, allotmentId }),
  });
