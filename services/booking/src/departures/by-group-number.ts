import type { Condition } from '../products/search/conditions.ts';
import { lastCharacter, longestPart, textKey } from '../products/words/parts.ts';

interface Asked {
  readonly groupNumber: string;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly productId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Departures that have a text in their group number, by an index. */
export function groupNumberCondition(groupNumber: string, agencyId: string): Condition {
  const word = Array.from(textKey(groupNumber)).slice(0, longestPart).join('');
  return {
    sql: `id in (select departure_id from booking.departure_endings where agency_id = ? and ending >= ? and ending < ?)`,
    values: [agencyId, word, word + lastCharacter],
  };
}

/** Which departures a part of their group number finds, the newest: the ids of a page of them and of one more. */
export function groupNumberStatement(
  { groupNumber, limit, after, productId, from, to }: Asked,
  agencyId: string,
): Condition {
  const found = groupNumberCondition(groupNumber, agencyId);
  const conditions = [
    ...(after ? [{ sql: 'id < ?::uuid', value: after }] : []),
    ...(productId ? [{ sql: 'product_id = ?', value: productId }] : []),
    ...(from ? [{ sql: 'departs_on >= ?::date', value: from }] : []),
    ...(to ? [{ sql: 'departs_on <= ?::date', value: to }] : []),
  ];
  return {
    sql: `select id from booking.departures
     where agency_id = ? and ${found.sql} ${conditions.map(({ sql }) => `and ${sql}`).join(' ')} order by id desc limit ?`,
    values: [agencyId, ...found.values, ...conditions.map(({ value }) => value), limit + 1],
  };
}
