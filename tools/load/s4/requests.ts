import type { RequestKind } from '../measure/load.ts';
import { places, sights, themes, told } from './catalogue-rows.ts';
import type { Samples } from './samples.ts';

/** Who asks: somebody who sees all orders, and those who see their own branch's. */
export interface Tokens {
  readonly all: string;
  readonly branches: readonly string[];
}

/** How often each kind is asked in one round of them, each time for something else. */
const variants = 20;

type Query = Readonly<Record<string, string | readonly string[]>>;

/** One of a kind: its address behind booking's, and what it asks for. */
interface Ask {
  readonly path: string;
  readonly query?: Query;
  /** Whether somebody asks who sees a branch only. */
  readonly inBranch?: boolean;
}

/** What people ask lists and searches for, each kind in as many variants; the kinds take turns. */
export function listRequests(origin: string, samples: Samples, { all, branches }: Tokens): RequestKind[] {
  return Array.from({ length: variants }, (_, number) => number).flatMap((number) =>
    Object.entries(kinds).map(([name, kind]) => {
      const { path, query = {}, inBranch = false } = kind(samples, number);
      const url = `${origin}/api/booking/v1/${path}${search(query)}`;
      return { name, url, token: inBranch ? turn(branches, number) : all };
    }),
  );
}

const kinds: Readonly<Record<string, (samples: Samples, number: number) => Ask>> = {
  'products-newest': () => ({ path: 'products' }),
  'products-by-word': (_, number) => ({ path: 'products', query: { text: turn(sights, number) } }),
  'products-by-words': (_, number) => ({
    path: 'products',
    query: { text: `${place(number).city} ${turn(sights, number)}` },
  }),
  'products-by-description': (_, number) => ({
    path: 'products',
    query: { text: `${number % 97}号${turn(told, number)}` },
  }),
  'products-by-filters': (_, number) => ({
    path: 'products',
    query: {
      country: place(number).country,
      theme: [turn(themes, number), turn(themes, number + 1)],
      lodging: ['comfort', 'upscale'],
      minimumDays: '3',
    },
  }),
  'products-by-dates': (_, number) => ({
    path: 'products',
    query: { ...dates(number), budget: '250000', text: turn(sights, number) },
  }),
  'products-by-price': (_, number) => ({
    path: 'products',
    query: { sort: 'price', city: place(number).city },
  }),
  'products-next-page': ({ productPlaces }, number) => ({
    path: 'products',
    query: { sort: 'price', after: turn(productPlaces, number) },
  }),
  facets: () => ({ path: 'product-facets' }),
  'facets-of-a-search': (_, number) => ({
    path: 'product-facets',
    query: { text: turn(sights, number), minimumDays: '3' },
  }),
  comparison: ({ productIds }, number) => ({
    path: 'product-comparisons',
    query: { productIds: [0, 5, 10, 15].map((step) => turn(productIds, number + step)) },
  }),
  recommendation: (_, number) => ({
    path: 'product-recommendations',
    query: {
      country: place(number).country,
      city: place(number).city,
      theme: turn(themes, number),
      ...dates(number),
      budget: '200000',
      days: '6',
    },
  }),
  product: ({ productIds }, number) => ({ path: `products/${turn(productIds, number)}` }),
  'departures-of-a-product': ({ productIds }, number) => ({
    path: 'departures',
    query: { productId: turn(productIds, number), from: inDays(0), sort: 'nearest' },
  }),
  'departures-by-date': (_, number) => ({
    path: 'departures',
    query: { from: inDays(number * 5), to: inDays(number * 5 + 3) },
  }),
  'departures-by-group-number': ({ groupNumbers }, number) => ({
    path: 'departures',
    query: { groupNumber: turn(groupNumbers, number).slice(-5) },
  }),
  'orders-newest': () => ({ path: 'orders' }),
  'orders-by-state': (_, number) => ({ path: 'orders', query: { state: turn(states, number) } }),
  'orders-of-a-customer': ({ customerIds }, number) => ({
    path: 'orders',
    query: { customerId: turn(customerIds, number) },
  }),
  'orders-of-a-departure': ({ departureIds }, number) => ({
    path: 'orders',
    query: { departureId: turn(departureIds, number) },
  }),
  'order-by-number': ({ orderNumbers }, number) => ({
    path: 'orders',
    query: { number: turn(orderNumbers, number) },
  }),
  'orders-next-page': ({ orderIds }, number) => ({
    path: 'orders',
    query: { state: turn(states, number), after: turn(orderIds, number) },
  }),
  'branch-orders': () => ({ path: 'orders', inBranch: true }),
  'branch-orders-by-state': (_, number) => ({
    path: 'orders',
    query: { state: turn(states, number) },
    inBranch: true,
  }),
  order: ({ orderIds }, number) => ({ path: `orders/${turn(orderIds, number)}` }),
};

/** Those of which there are few, many and most. */
const states = ['awaiting-payment', 'confirmed', 'in-review', 'settled', 'cancelled'];

const inDays = (days: number): string => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();

/** A week in the coming months. */
const dates = (number: number) => ({
  departsFrom: inDays(10 + number * 5),
  departsUntil: inDays(17 + number * 5),
});

function place(number: number) {
  const [city, , country] = turn(places, number);
  return { city, country };
}

function search(query: Query): string {
  const fields = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const text = new URLSearchParams(fields).toString();
  return text === '' ? '' : `?${text}`;
}

function turn<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('there is nothing to ask for');
  return item;
}
