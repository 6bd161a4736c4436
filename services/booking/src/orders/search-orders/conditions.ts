import type { Condition } from '../../products/search/conditions.ts';

/** What orders can be found by, beside what crm knows of customers. */
export interface Filters {
  readonly number?: string | undefined;
  readonly numberPart?: string | undefined;
  readonly state?: string | undefined;
  readonly customerId?: string | undefined;
  readonly departureId?: string | undefined;
  readonly groupNumber?: string | undefined;
  readonly departsFrom?: string | undefined;
  readonly departsUntil?: string | undefined;
  readonly destinationCountry?: string | undefined;
  readonly destinationCity?: string | undefined;
  /** The agency's day, where those are asked for whose payments are overdue on it. */
  readonly overdueOn?: string | undefined;
  /** Customers crm has found by name or phone. */
  readonly customerIds?: readonly string[] | undefined;
}

/** Only what was asked for becomes part of the statement, so that each search finds its index. Orders stand in it as `o`. */
function conditionsOf(asked: Filters, agencyId: string): Condition[] {
  const { customerIds, groupNumber } = asked;
  return [
    { sql: 'o.agency_id = ?', values: [agencyId] },
    ...equal('o.number', asked.number),
    ...byNumberPart(asked.numberPart, agencyId),
    ...equal('o.state', asked.state),
    ...equal('o.customer_id', asked.customerId),
    ...equal('o.departure_id', asked.departureId),
    ...(customerIds === undefined ? [] : [{ sql: 'o.customer_id in (?)', values: [customerIds] }]),
    ...(groupNumber === undefined
      ? []
      : [{ sql: `o.departure_id in (${departures} group_number = ?)`, values: [agencyId, groupNumber] }]),
    ...byDates(asked, agencyId),
    ...byOverdue(asked.overdueOn, agencyId),
    ...byFacet('country', asked.destinationCountry, agencyId),
    ...byFacet('city', asked.destinationCity, agencyId),
  ];
}

const departures = 'select id from booking.departures where agency_id = ? and';

const equal = (column: string, value: string | undefined): Condition[] =>
  value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }];

/** Of an order's number: its running number, the year before it, the branch's code before both. */
const numberParts = /^(?:(?:([A-Z0-9]{2,6})-)?(\d{4})-)?0*(\d{1,9})$/;

/**
 * The numbers that all branches may have given are composed from their series, so that the index over whole numbers finds their orders: there is
 * nothing to keep for it when orders are placed.
 */
function byNumberPart(part: string | undefined, agencyId: string): Condition[] {
  if (part === undefined) return [];
  const [whole, branch, year, digits] = numberParts.exec(part.toUpperCase()) ?? [];
  if (whole === undefined || digits === undefined) return [{ sql: 'false', values: [] }];
  const conditions = [
    { sql: `s.agency_id = ? and s.series = 'order' and s.last >= ?::integer`, values: [agencyId, digits] },
    ...(year === undefined ? [] : [{ sql: 's.year = ?::integer', values: [year] }]),
    ...(branch === undefined ? [] : [{ sql: 'b.code = ?', values: [branch] }]),
  ];
  // Composed before they are compared: row security lets an index be asked for finished texts alone.
  const sql = `o.number in (
      with possible as materialized (
        select b.code || '-' || s.year || '-' || ? as number from booking.number_series s
          join booking.branches b on b.agency_id = s.agency_id and b.id = s.branch_id
        where ${conditions.map((one) => one.sql).join(' and ')}
      ) select number from possible)`;
  return [{ sql, values: [digits.padStart(6, '0'), ...conditions.flatMap(({ values }) => values)] }];
}

function byDates({ departsFrom, departsUntil }: Filters, agencyId: string): Condition[] {
  const days = [
    ...(departsFrom === undefined ? [] : [{ sql: 'departs_on >= ?', value: departsFrom }]),
    ...(departsUntil === undefined ? [] : [{ sql: 'departs_on <= ?', value: departsUntil }]),
  ];
  if (days.length === 0) return [];
  const sql = `o.departure_id in (${departures} ${days.map((one) => one.sql).join(' and ')})`;
  return [{ sql, values: [agencyId, ...days.map(({ value }) => value)] }];
}

/** As the tasks count them: deposits that did not come in in time, and balances of departures within 30 days. */
function byOverdue(day: string | undefined, agencyId: string): Condition[] {
  if (day === undefined) return [];
  const sql = `o.id in (
      select owing.id from (
        select id, paid from booking.orders where agency_id = ? and state = 'awaiting-payment'
        union all
        select orders.id, orders.paid from booking.departures
          join booking.orders on orders.agency_id = departures.agency_id and orders.departure_id = departures.id and orders.state = 'confirmed'
          where departures.agency_id = ? and departs_on between ?::date and ?::date + 30
      ) as owing where exists (
        select from (
          select due_on, sum(amount) over (order by due_on, kind desc) as by_then from booking.payment_dues
          where agency_id = ? and order_id = owing.id
        ) as dues where by_then > owing.paid and due_on < ?::date
      ))`;
  return [{ sql, values: [agencyId, agencyId, day, day, agencyId, day] }];
}

function byFacet(facet: 'country' | 'city', value: string | undefined, agencyId: string): Condition[] {
  if (value === undefined) return [];
  const sql =
    'o.product_id in (select product_id from booking.product_facets where agency_id = ? and facet = ? and value = ?)';
  return [{ sql, values: [agencyId, facet, value] }];
}

export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
  /** What was placed last first, or those whose seats are held the shortest. */
  readonly sort?: 'newest' | 'hold' | undefined;
}

/** The ids of one page in one statement. */
export function pageStatement(asked: Filters & Page, agencyId: string): Condition {
  if (asked.sort === 'hold') return shortestHoldFirst(asked, agencyId);
  const conditions = [
    ...conditionsOf(asked, agencyId),
    ...(asked.after === undefined ? [] : [{ sql: 'o.id < ?', values: [asked.after] }]),
  ];
  return {
    sql: `select o.id from booking.orders o where ${conditions.map(({ sql }) => sql).join(' and ')} order by o.id desc limit ?`,
    values: [...conditions.flatMap(({ values }) => values), asked.limit + 1],
  };
}

/** Only orders that hold seats for a while have a place here; those of one state are few, and looked up by it. */
function shortestHoldFirst({ limit, after, ...asked }: Filters & Page, agencyId: string): Condition {
  const conditions = conditionsOf(asked, agencyId);
  const afterIt = `where (hold_expires_at, id) > (select hold_expires_at, id from booking.orders where agency_id = ? and id = ?::uuid)`;
  return {
    sql: `with held as materialized (
       select o.id, o.hold_expires_at from booking.orders o
       where ${conditions.map(({ sql }) => sql).join(' and ')} and o.hold_expires_at is not null
     )
     select id from held ${after === undefined ? '' : afterIt} order by hold_expires_at, id limit ?`,
    values: [
      ...conditions.flatMap(({ values }) => values),
      ...(after === undefined ? [] : [agencyId, after]),
      limit + 1,
    ],
  };
}
