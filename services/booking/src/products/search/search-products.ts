import { query, type UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../../errors.ts';
import { facets } from '../index-product.ts';
import { ProductListing, type ProductState } from '../product.ts';
import { checkDates, filters, type Filters } from './filters.ts';
import { listingView, type ListingRow } from './listing-view.ts';
import { sorts, type Search, type Sort } from './source.ts';
import { countedAtMost, facetStatement, pageStatement } from './statement.ts';

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const sortNames = Object.keys(sorts) as Sort[]; // the keys of the very object

const paging = {
  sort: Type.Enum(sortNames, {
    // the keys of the very object
    default: 'newest',
    description: 'By price only products that have one in `currency` are listed.',
  }),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  after: Type.Optional(
    Type.String({ pattern: `^([0-9]{1,19}~)?${id}$`, description: 'The `next` of the page before' }),
  ),
};

const Page = Type.Object({ ...filters, ...paging });

type Page = Static<typeof Page>;

/** @throws booking/cursor-of-another-sort */
function searchOf({ after, sort, ...asked }: Page, state: ProductState): Search {
  checkDates(asked);
  const [last, by] = (after ?? '').split('~').toReversed();
  if (after !== undefined && (by === undefined) !== (sorts[sort].by === undefined)) {
    const message = {
      zh: '请使用同一排序方式的上一页给出的值',
      en: 'must come from a page of the same sort order',
    };
    throw errors.cursorOfAnotherSort({ fields: [{ field: '/query/after', rule: 'sort', message }] });
  }
  return { ...asked, sort, state, ...(last && { place: { id: last, by } }) };
}

const find = async (uow: UnitOfWork, search: Search) => {
  const { sql, values } = pageStatement(search, uow);
  const rows = await uow.rows<ListingRow>(sql, values);
  const last = rows.length > search.limit ? rows[search.limit - 1] : undefined;
  return {
    products: rows.slice(0, search.limit).map(listingView),
    next: last ? (last.sortedBy === null ? last.id : `${last.sortedBy}~${last.id}`) : null,
  };
};

const searchProducts = query({ permission: 'booking.product.read' }, (uow, page: Page) =>
  find(uow, searchOf(page, 'published')),
);

const searchUnpublished = query(
  { permission: 'booking.product.change' },
  (uow, { state, ...page }: Page & { state: 'draft' | 'withdrawn' }) => find(uow, searchOf(page, state)),
);

interface Counted {
  readonly facet: string;
  readonly value: string;
  readonly count: number;
  readonly total: number;
}

const countFacets = query({ permission: 'booking.product.read' }, async (uow, asked: Filters) => {
  checkDates(asked);
  const { sql, values } = facetStatement({ ...asked, sort: 'newest', limit: 0, state: 'published' }, uow);
  const counted = await uow.rows<Counted>(sql, values);
  const of = (facet: string) =>
    counted.filter((one) => one.facet === facet).map(({ value, count }) => ({ value, count }));
  return {
    total: counted[0]?.total ?? 0,
    complete: (counted[0]?.total ?? 0) < countedAtMost,
    facets: Object.fromEntries(facets.map((facet) => [facet, of(facet)])) as Record<
      (typeof facets)[number],
      ReturnType<typeof of>
    >, // one for each
  };
});

const Found = Type.Object({
  products: Type.Array(ProductListing),
  next: Type.Union([Type.String(), Type.Null()], {
    description: 'Give it as `after` for the next page; null at the end.',
  }),
});
const Counts = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }));

export const searchProductRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/products',
    summary: 'Search the catalogue',
    access: 'booking.product.read',
    query: Page,
    result: Found,
    handle: (call, { query: page }) => searchProducts(call, page),
  }),
  route({
    method: 'GET',
    path: '/v1/product-facets',
    summary: 'How many products of a search are of which kind, place, theme, transport and lodging',
    access: 'booking.product.read',
    query: Type.Object(filters),
    result: Type.Object({
      total: Type.Integer(),
      complete: Type.Boolean({
        description: `Whether all were counted, or only the newest ${countedAtMost}`,
      }),
      facets: Type.Object({
        kind: Counts,
        country: Counts,
        city: Counts,
        theme: Counts,
        transport: Counts,
        lodging: Counts,
      }),
    }),
    handle: (call, { query: asked }) => countFacets(call, asked),
  }),
  route({
    method: 'GET',
    path: '/v1/unpublished-products',
    summary: 'Drafts, or products that were withdrawn',
    access: 'booking.product.change',
    query: Type.Object({
      ...filters,
      ...paging,
      state: Type.Enum(['draft', 'withdrawn'], { default: 'draft' }),
    }),
    result: Found,
    handle: (call, { query: page }) => searchUnpublished(call, page),
  }),
];
