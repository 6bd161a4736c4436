import type { Condition } from '../../products/search/conditions.ts';

/** What orders can be found by, beside what crm knows of customers. */
export interface Filters {
  readonly number?: string | undefined;
  readonly state?: string | undefined;
  readonly customerId?: string | undefined;
  readonly departureId?: string | undefined;
  readonly groupNumber?: string | undefined;
  readonly departsFrom?: string | undefined;
  readonly departsUntil?: string | undefined;
  readonly destinationCountry?: string | undefined;
  readonly destinationCity?: string | undefined;
  /** Customers crm has found by name or phone. */
  readonly customerIds?: readonly string[] | undefined;
}

/** Only what was asked for becomes part of the statement, so that each search finds its index. Orders stand in it as `o`. */
function conditionsOf(asked: Filters, agencyId: string): Condition[] {
  const { customerIds, groupNumber } = asked;
  return [
    { sql: 'o.agency_id = ?', values: [agencyId] },
    ...equal('o.number', asked.number),
    ...equal('o.state', asked.state),
    ...equal('o.customer_id', asked.customerId),
    ...equal('o.departure_id', asked.departureId),
    ...(customerIds === undefined ? [] : [{ sql: 'o.customer_id in (?)', values: [customerIds] }]),
    ...(groupNumber === undefined
      ? []
      : [{ sql: `o.departure_id in (${departures} group_number = ?)`, values: [agencyId, groupNumber] }]),
    ...byDates(asked, agencyId),
    ...byFacet('country', asked.destinationCountry, agencyId),
    ...byFacet('city', asked.destinationCity, agencyId),
  ];
}

const departures = 'select id from booking.departures where agency_id = ? and';

const equal = (column: string, value: string | undefined): Condition[] =>
  value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }];

function byDates({ departsFrom, departsUntil }: Filters, agencyId: string): Condition[] {
  const days = [
    ...(departsFrom === undefined ? [] : [{ sql: 'departs_on >= ?', value: departsFrom }]),
    ...(departsUntil === undefined ? [] : [{ sql: 'departs_on <= ?', value: departsUntil }]),
  ];
  if (days.length === 0) return [];
  const sql = `o.departure_id in (${departures} ${days.map((one) => one.sql).join(' and ')})`;
  return [{ sql, values: [agencyId, ...days.map(({ value }) => value)] }];
}

function byFacet(facet: 'country' | 'city', value: string | undefined, agencyId: string): Condition[] {
  if (value === undefined) return [];
  const sql =
    'o.product_id in (select product_id from booking.product_facets where agency_id = ? and facet = ? and value = ?)';
  return [{ sql, values: [agencyId, facet, value] }];
}

/** The ids of one page, newest first, in one statement. */
export function pageStatement(
  asked: Filters & { readonly limit: number; readonly after?: string | undefined },
  agencyId: string,
): Condition {
  const conditions = [
    ...conditionsOf(asked, agencyId),
    ...(asked.after === undefined ? [] : [{ sql: 'o.id < ?', values: [asked.after] }]),
  ];
  return {
    sql: `select o.id from booking.orders o where ${conditions.map(({ sql }) => sql).join(' and ')} order by o.id desc limit ?`,
    values: [...conditions.flatMap(({ values }) => values), asked.limit + 1],
  };
}
