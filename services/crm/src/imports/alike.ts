import type { CheckedRow } from '@yitu/imports';
import { phoneOf } from '../customers/phone.ts';

/** A row before it that has the same phone number or e-mail address. */
export interface LikeRow {
  readonly field: 'phone' | 'email';
  readonly row: number;
}

/** Of rows that are alike, the latest before a row: more say nothing new to anybody. */
const mostAlike = 20;

/** Which rows of a table may be one customer: a dry run stores none of them, so the database cannot tell. */
export function noteAlike(rows: readonly CheckedRow[]): CheckedRow[] {
  const before = new Map<string, number[]>();
  return rows.map((row) => {
    const likeRows = keysOf(row).flatMap(({ field, key }): LikeRow[] => {
      const alike = before.get(key) ?? [];
      before.set(key, [...alike.slice(1 - mostAlike), row.number]);
      return alike.map((number) => ({ field, row: number }));
    });
    return likeRows.length > 0 ? { ...row, input: { ...row.input, likeRows } } : row;
  });
}

function keysOf({ input: { phone, email } }: CheckedRow) {
  const number = typeof phone === 'string' ? phoneOf(phone) : undefined;
  return [
    ...(number === undefined ? [] : [{ field: 'phone' as const, key: number }]),
    ...(typeof email === 'string' ? [{ field: 'email' as const, key: email.trim().toLowerCase() }] : []),
  ];
}
