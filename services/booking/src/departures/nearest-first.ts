import type { Condition } from '../products/search/conditions.ts';
import { groupNumberCondition } from './by-group-number.ts';

interface Asked {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly productId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly groupNumber?: string | undefined;
}

/**
 * Departures by the day they depart on: the ids of a page of them and of one more. Those of a product, or of a group number, are few, and looked up
 * first; otherwise the index by date gives them in this order.
 */
export function nearestFirstStatement(
  { limit, after, productId, from, to, groupNumber }: Asked,
  agencyId: string,
): Condition {
  const conditions = [
    { sql: 'agency_id = ?', values: [agencyId] },
    ...(productId ? [{ sql: 'product_id = ?', values: [productId] }] : []),
    ...(from ? [{ sql: 'departs_on >= ?::date', values: [from] }] : []),
    ...(to ? [{ sql: 'departs_on <= ?::date', values: [to] }] : []),
    ...(groupNumber ? [groupNumberCondition(groupNumber, agencyId)] : []),
  ];
  const few = productId ?? groupNumber;
  const afterIt = `where (departs_on, id) > (select departs_on, id from booking.departures where agency_id = ? and id = ?::uuid)`;
  return {
    sql: `with chosen as ${few ? 'materialized' : 'not materialized'} (
       select id, departs_on from booking.departures where ${conditions.map(({ sql }) => sql).join(' and ')}
     )
     select id from chosen ${after ? afterIt : ''} order by departs_on, id limit ?`,
    values: [...conditions.flatMap(({ values }) => values), ...(after ? [agencyId, after] : []), limit + 1],
  };
}
