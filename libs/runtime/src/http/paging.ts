import { Type } from 'typebox';
import { Id } from './schemas.ts';

/** Query fields of a paged list: newest first; `after` is the last id of the page before. */
export const page = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  after: Type.Optional(Id),
};

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Up to a hundred ids with commas in between, to be asked for at once. */
export const IdList = Type.String({
  pattern: `^${uuid}(,${uuid}){0,99}$`,
  maxLength: 3_699,
  description: 'Up to 100 ids with commas in between',
});

/** The ids of an `IdList`. */
export const idsOf = (list: string): string[] => list.split(',');

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
