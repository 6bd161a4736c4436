import { Type } from 'typebox';
import { Id } from './schemas.ts';

/** Query fields of a paged list: newest first; `after` is the last id of the page before. */
export const page = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  after: Type.Optional(Id),
};

/** What a paged list answers beside its items. */
export const Next = Type.Union([Id, Type.Null()], {
  description: 'Give it as `after` for the next page; null at the end.',
});

/** Cuts a list that was asked for with one row more than the page has. */
export function pageOf<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
