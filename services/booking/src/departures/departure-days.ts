import { query } from '@yitu/persistence';
import { Id, LocalDate, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { Condition } from '../products/search/conditions.ts';
import { departureStates, type DepartureState } from './departure.ts';

/** So many departures of a day are told; the day's list has the others. */
const shown = 4;

const Query = Type.Object({
  month: Type.String({ pattern: '^[1-9]\\d{3}-(0[1-9]|1[0-2])$', description: 'A month, YYYY-MM' }),
  productId: Type.Optional(Id),
});

const DayDeparture = Type.Object(
  {
    id: Id,
    productName: LocalText,
    groupNumber: Type.String(),
    capacity: Type.Integer(),
    remaining: Type.Integer(),
    state: Type.String({ description: departureStates.join(', ') }),
  },
  { title: 'DayDeparture' },
);
const DepartureDay = Type.Object(
  {
    date: LocalDate,
    count: Type.Integer({ description: 'How many depart on it' }),
    capacity: Type.Integer({ description: 'The seats of all of them that were not called off' }),
    remaining: Type.Integer({ description: 'How many of these seats are left' }),
    departures: Type.Array(DayDeparture, { description: `The first ${shown} of them, by group number` }),
  },
  { title: 'DepartureDay' },
);

interface Row extends Omit<Static<typeof DayDeparture>, 'productName'> {
  readonly date: string;
  readonly count: number;
  readonly dayCapacity: number;
  readonly dayRemaining: number;
  readonly state: DepartureState;
  readonly productName: Static<typeof LocalText>;
}

/**
 * The first departures of the days of a month, with what is told of each day. The month's departures are read once, in the index by their date: joined to
 * themselves for what is shown of the first of each day, all that the agency ever had were read.
 */
export const daysStatement = ({ month, productId }: Static<typeof Query>, agencyId: string): Condition => ({
  sql: `with placed as materialized (
       select id, product_id, departs_on, group_number, capacity, remaining, state,
         count(*) over day::integer as count,
         coalesce(sum(capacity) filter (where state <> 'cancelled') over day, 0)::integer as day_capacity,
         coalesce(sum(remaining) filter (where state <> 'cancelled') over day, 0)::integer as day_remaining,
         row_number() over (partition by departs_on order by group_number, id) as place
       from booking.departures
       where agency_id = ? and departs_on >= ?::date and departs_on < ?::date + interval '1 month' ${productId ? 'and product_id = ?' : ''}
       window day as (partition by departs_on)
     )
     select placed.id, departs_on::text as date, count, day_capacity as "dayCapacity", day_remaining as "dayRemaining", product.name as "productName",
       group_number as "groupNumber", capacity, remaining, placed.state
     from placed join booking.products product on product.agency_id = ? and product.id = product_id
     where place <= ${shown} order by departs_on, place`,
  values: [agencyId, `${month}-01`, `${month}-01`, ...(productId ? [productId] : []), agencyId],
});

const listDays = query({ permission: 'booking.departure.read' }, async (uow, asked: Static<typeof Query>) => {
  const { sql, values } = daysStatement(asked, uow.agencyId);
  const days = Map.groupBy(await uow.rows<Row>(sql, values), ({ date }) => date);
  return {
    days: [...days].map(([date, rows]) => ({
      date,
      count: rows[0]?.count ?? 0,
      capacity: rows[0]?.dayCapacity ?? 0,
      remaining: rows[0]?.dayRemaining ?? 0,
      departures: rows.map(({ id, productName, groupNumber, capacity, remaining, state }) => ({
        ...{ id, productName, groupNumber, capacity, remaining, state },
      })),
    })),
  };
});

export const departureDaysRoute = () =>
  route({
    method: 'GET',
    path: '/v1/departure-days',
    summary: 'The days of a month on which something departs: how much, and the first of it',
    access: 'booking.departure.read',
    query: Query,
    result: Type.Object({ days: Type.Array(DepartureDay) }),
    handle: (call, { query: asked }) => listDays(call, asked),
  });
