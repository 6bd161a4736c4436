import { api, answer } from '../../api/client.ts';
import type { ProductListing } from '../../api/gen/booking.ts';
import { minorUnitsOf } from '../../format/money.ts';

/** What the address of the search says. */
export interface CatalogueSearch {
  readonly text?: string;
  readonly kind?: string;
  readonly city?: string;
  readonly theme?: string;
  readonly from?: string;
  readonly until?: string;
  /** `4-6`, `7-`: how many days it may take. */
  readonly days?: string;
  /** Units of the agency's currency. */
  readonly budget?: string;
  readonly sort?: string;
}

const names = ['text', 'kind', 'city', 'theme', 'from', 'until', 'days', 'budget', 'sort'] as const;
const date = /^\d{4}-\d\d-\d\d$/;
export const dayRanges = ['1', '2-3', '4-6', '7-'] as const;
/** The newest come first by themselves. */
export const orders = ['price', 'price-descending', 'days'] as const;
export const kinds = ['package-tour', 'independent-travel', 'day-trip'] as const;

/** Known filters only, as texts. */
export const readSearch = (search: Record<string, unknown>): CatalogueSearch =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      const text = typeof value === 'number' ? String(value) : value;
      return typeof text === 'string' && text.trim() !== '' ? [[name, text.trim()]] : [];
    }),
  );

/** How many filters are chosen beside the words and the order; an address says other things too, such as the agency. */
export const chosenFilters = (search: CatalogueSearch): number =>
  names.filter((name) => name !== 'text' && name !== 'sort' && search[name] !== undefined).length;

/** The filters as booking takes them; what makes no sense in an address is left out. */
function conditionsOf(search: CatalogueSearch, currency: string) {
  const { text, kind, city, theme, from, until, days, budget } = search;
  const [least, most] = (days ?? '').split('-');
  const amount = budget === undefined ? undefined : minorUnitsOf(budget, currency);
  const known = kinds.find((one) => one === kind);
  return {
    ...(text !== undefined && { text }),
    ...(known && { kind: [known] }),
    ...(city !== undefined && { city: [city] }),
    ...(theme !== undefined && { theme: [theme] }),
    ...(from && date.test(from) && { departsFrom: from }),
    ...(until && date.test(until) && { departsUntil: until }),
    ...(Number(least) > 0 && { minimumDays: Number(least) }),
    ...(days !== undefined && !days.endsWith('-') && { maximumDays: Number(most ?? least) || 365 }),
    ...(amount !== undefined && !amount.startsWith('-') && { budget: amount, currency }),
  };
}

/** Where a page of what was found begins: what can be booked comes first, then the rest. */
export interface Place {
  readonly bookable: boolean;
  readonly after: string | null;
}

export const firstPlace: Place = { bookable: true, after: null };

/** One page of what was found, with where the next one begins. Where what can be booked ends on it, the rest begins on it too. */
export async function findProducts(
  search: CatalogueSearch,
  currency: string,
  { bookable, after }: Place,
  signal: AbortSignal,
): Promise<{ readonly products: readonly ProductListing[]; readonly next: Place | null }> {
  const chosen = orders.find((one) => one === search.sort);
  // What cannot be booked has no price to go by.
  const sort = chosen === undefined || (!bookable && chosen !== 'days') ? ('newest' as const) : chosen;
  const query = {
    ...conditionsOf(search, currency),
    bookable,
    sort,
    limit: 12,
    ...(after !== null && { after }),
  };
  const { products, next } = await answer(api.booking.GET('/v1/products', { params: { query }, signal }));
  if (next !== null) return { products, next: { bookable, after: next } };
  if (!bookable) return { products, next: null };
  const rest = await findProducts(search, currency, { bookable: false, after: null }, signal);
  return { products: [...products, ...rest.products], next: rest.next };
}

/** How many there are, and what can be chosen among them. */
export const findFacets = (search: CatalogueSearch, currency: string, signal: AbortSignal) =>
  answer(
    api.booking.GET('/v1/product-facets', { params: { query: conditionsOf(search, currency) }, signal }),
  );
