import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalDate, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
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
    departures: Type.Array(DayDeparture, { description: `The first ${shown} of them, by group number` }),
  },
  { title: 'DepartureDay' },
);

interface Row extends Omit<Static<typeof DayDeparture>, 'productName'> {
  readonly date: string;
  readonly count: number;
  readonly state: DepartureState;
  readonly productName: Static<typeof LocalText>;
}

/** The days of a month on which something departs: five thousand departures cost an index's entries, and a hundred rows to read. */
async function rowsOf(uow: UnitOfWork, { month, productId }: Static<typeof Query>): Promise<readonly Row[]> {
  return uow.rows<Row>(
    `with placed as materialized (
       select id, departs_on, count(*) over (partition by departs_on)::integer as count,
         row_number() over (partition by departs_on order by group_number, id) as place
       from booking.departures
       where agency_id = ? and departs_on >= ?::date and departs_on < ?::date + interval '1 month' ${productId ? 'and product_id = ?' : ''}
     )
     select departure.id, departure.departs_on::text as date, placed.count, product.name as "productName", departure.group_number as "groupNumber",
       departure.capacity, departure.remaining, departure.state
     from placed join booking.departures departure on departure.agency_id = ? and departure.id = placed.id
     join booking.products product on product.agency_id = departure.agency_id and product.id = departure.product_id
     where place <= ${shown} order by departure.departs_on, place`,
    [uow.agencyId, `${month}-01`, `${month}-01`, ...(productId ? [productId] : []), uow.agencyId],
  );
}

const listDays = query({ permission: 'booking.departure.read' }, async (uow, asked: Static<typeof Query>) => {
  const days = Map.groupBy(await rowsOf(uow, asked), ({ date }) => date);
  return {
    days: [...days].map(([date, rows]) => ({
      date,
      count: rows[0]?.count ?? 0,
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
