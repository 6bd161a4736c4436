import { api, answer } from '../../api/client.ts';
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

/** How many filters are chosen beside the words and the order. */
export const chosenFilters = ({ text: _text, sort: _sort, ...filters }: CatalogueSearch): number =>
  Object.keys(filters).length;

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

/** One page of what was found. */
export function findProducts(
  search: CatalogueSearch,
  currency: string,
  after: string | null,
  signal: AbortSignal,
) {
  const sort = orders.find((one) => one === search.sort) ?? ('newest' as const);
  const query = { ...conditionsOf(search, currency), sort, limit: 12, ...(after !== null && { after }) };
  return answer(api.booking.GET('/v1/products', { params: { query }, signal }));
}

/** How many there are, and what can be chosen among them. */
export const findFacets = (search: CatalogueSearch, currency: string, signal: AbortSignal) =>
  answer(
    api.booking.GET('/v1/product-facets', { params: { query: conditionsOf(search, currency) }, signal }),
  );
