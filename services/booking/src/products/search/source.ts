import type { ProductState } from '../product.ts';
import { namedBy, wordsOf, type Condition } from './conditions.ts';
import type { Filters } from './filters.ts';

/** How results are ordered: what of a product decides, and in which direction it and then the id run. */
export const sorts = {
  newest: { by: undefined, direction: 'desc' },
  price: { by: 'from_amount', direction: 'asc' },
  'price-descending': { by: 'from_amount', direction: 'desc' },
  days: { by: 'days', direction: 'asc' },
} as const;

export type Sort = keyof typeof sorts;

export interface Search extends Filters {
  readonly sort: Sort;
  readonly limit: number;
  /** The place after which the page begins: of the last product its id, and what the order goes by. */
  readonly place?: { readonly id: string; readonly by: string | undefined } | undefined;
  readonly state: ProductState;
}

/** Products to look at one by one, as `p`. */
export interface Source extends Condition {
  /** As SQL: the id of a product, and what it is ordered by before that; columns of what comes in that order, so that nothing is sorted again. */
  readonly id: string;
  readonly by: string | undefined;
  /** Whether its listed price is there too, as `l`. */
  readonly priced: boolean;
  /** What still has to hold of them. */
  readonly beyond: Condition;
}

/** What conditions ask of a product, and what a page shows of it: it is read once for both. */
const looked = `id, agency_id, kind, state, name, summary, details, destination_country, destination_city, days, themes, version, created_at`;

/** What a page shows of a listed price. */
export const listed = 'from_amount, currency, departs_on';

/**
 * Where a statement takes products from: those that have the words, those that have a price, or all, in the order asked for wherever an index has it;
 * each is then looked at by itself until a page is full. The planner is left no choice (`offset 0`): a connection plans a statement once for all its
 * values, and what is best for an average of them reads the whole catalogue for many.
 */
export function sourceOf(asked: Search, agencyId: string): Source {
  const words = wordsOf(asked.text ?? '');
  if (words.length > 0) return ofWords(words, asked, agencyId);
  return sorts[asked.sort].by === 'from_amount' ? ofPrices(asked, agencyId) : ofAll(asked, agencyId);
}

/** Newest first; what is ordered otherwise is sorted when all that have the words were looked at. */
function ofWords(words: readonly string[], asked: Search, agencyId: string): Source {
  const { by } = sorts[asked.sort];
  const named = namedBy(words, asked, agencyId, by === undefined ? asked.place?.id : undefined);
  const product = productBy('w.product_id', asked, agencyId);
  const price = by === 'from_amount' ? priceOfProduct(asked, agencyId) : nothing;
  const column = by && { from_amount: 'l.from_amount', days: 'p.days' }[by];
  const beyond = column === undefined ? nothing : after(asked, column, 'w.product_id');
  return {
    ...joined([{ sql: `from (${named.sql}) w`, values: named.values }, product, price]),
    ...{ id: 'w.product_id', by: column, priced: by === 'from_amount', beyond },
  };
}

function ofPrices(asked: Search, agencyId: string): Source {
  const { direction } = sorts[asked.sort];
  const budget =
    asked.budget === undefined ? nothing : { sql: 'and from_amount <= ?', values: [asked.budget] };
  const listings = {
    sql: `from (select product_id, ${listed} from booking.product_listings where agency_id = ? and currency = ? ${budget.sql}`,
    values: [agencyId, asked.currency ?? 'CNY', ...budget.values],
  };
  const ordered = {
    sql: `order by from_amount ${direction}, product_id ${direction} offset 0) l`,
    values: [],
  };
  const beyond = after(asked, 'from_amount', 'product_id');
  const product = productBy('l.product_id', asked, agencyId);
  return {
    ...joined([listings, beyond, ordered, product]),
    id: 'l.product_id',
    by: 'l.from_amount',
    priced: true,
    beyond: nothing,
  };
}

function ofAll(asked: Search, agencyId: string): Source {
  const { by, direction } = sorts[asked.sort];
  const place = by === undefined ? placeOf(asked) : nothing;
  const products = {
    sql: `from (select ${looked} from booking.products where agency_id = ? and state = ? ${place.sql}`,
    values: [agencyId, asked.state, ...place.values],
  };
  const ordered = {
    sql: `order by ${by === undefined ? '' : `days ${direction},`} id ${direction} offset 0) p`,
    values: [],
  };
  const beyond = after(asked, by && 'days', 'id');
  return {
    ...joined([products, beyond, ordered]),
    ...{ id: 'p.id', by: by && 'p.days', priced: false, beyond: nothing },
  };
}

/** One city or country has an index in the order of the newest. That it is asked once more with the other conditions costs nothing. */
function placeOf({ city, country }: Search): Condition {
  if (city?.length === 1) return { sql: 'and destination_city = ?', values: city };
  if (country?.length === 1) return { sql: 'and destination_country = ?', values: country };
  return nothing;
}

const productBy = (id: string, { state }: Search, agencyId: string): Condition => ({
  sql: `cross join lateral (select ${looked} from booking.products where agency_id = ? and id = ${id} and state = ? offset 0) p`,
  values: [agencyId, state],
});

const priceOfProduct = ({ currency = 'CNY' }: Search, agencyId: string): Condition => ({
  sql: `cross join lateral (
          select ${listed} from booking.product_listings where agency_id = ? and product_id = w.product_id and currency = ? offset 0
        ) l`,
  values: [agencyId, currency],
});

/** What comes after the place asked for. @param by what the order goes by before the id; undefined where that is all */
function after({ place, sort }: Search, by: string | undefined, id: string): Condition {
  if (!place) return nothing;
  const than = sorts[sort].direction === 'desc' ? '<' : '>';
  return by === undefined
    ? { sql: `and ${id} ${than} ?`, values: [place.id] }
    : { sql: `and (${by}, ${id}) ${than} (?::bigint, ?::uuid)`, values: [place.by, place.id] };
}

const nothing: Condition = { sql: '', values: [] };

const joined = (parts: readonly Condition[]): Condition => ({
  sql: parts.map(({ sql }) => sql).join(' '),
  values: parts.flatMap(({ values }) => values),
});
