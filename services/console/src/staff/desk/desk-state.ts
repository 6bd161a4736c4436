import type { ListSearch } from '../../patterns/list-search.ts';
import type { Counts } from '../selling/party.ts';

/** Everything the desk knows stands in its address: a reload, a bookmark or a colleague's screen shows the same. */
export const deskState = [
  'step',
  'text',
  'kind',
  'country',
  'city',
  'theme',
  'transport',
  'lodging',
  'departsFrom',
  'departsUntil',
  'budget',
  'sort',
  'compare',
  'product',
  'departure',
  'customer',
  'party',
  'order',
] as const;

export type DeskName = (typeof deskState)[number];
export type DeskSearch = ListSearch<DeskName>;

export const steps = ['search', 'compare', 'departure', 'price', 'travellers'] as const;
export type Step = (typeof steps)[number];

/** The step an address shows: none beyond what is known for it. */
export function stepOf({ step, order, departure, product, compare }: DeskSearch): Step {
  if (order) return 'travellers';
  const wanted = steps.find((one) => one === step) ?? 'search';
  if (wanted === 'travellers' || wanted === 'price') {
    if (departure) return 'price';
    return product ? 'departure' : 'search';
  }
  if (wanted === 'departure') return product ? wanted : 'search';
  return wanted === 'compare' && !compare ? 'search' : wanted;
}

/** Where Esc leads; from a placed order nowhere: it exists. */
export function stepBefore(search: DeskSearch): Step | undefined {
  switch (stepOf(search)) {
    case 'compare':
      return 'search';
    case 'departure':
      return search.compare ? 'compare' : 'search';
    case 'price':
      return 'departure';
    case 'search':
    case 'travellers':
      return undefined;
  }
}

export const listOf = (text: string | undefined): string[] => (text ? text.split(',').filter(Boolean) : []);

export interface Party {
  readonly counts: Counts;
  readonly singleRooms: number;
}

/** `2,1,0,0,1`: adults, children with and without bed, infants, rooms alone. */
export function partyOf(text: string | undefined): Party {
  const [adult = 2, withBed = 0, withoutBed = 0, infant = 0, singleRooms = 0] = text
    ? text.split(',').map((part) => Math.min(500, Math.max(0, Math.trunc(Number(part)) || 0)))
    : [];
  return {
    counts: { adult, 'child-with-bed': withBed, 'child-without-bed': withoutBed, infant },
    singleRooms,
  };
}

export const partyText = ({ counts, singleRooms }: Party): string =>
  [counts.adult, counts['child-with-bed'], counts['child-without-bed'], counts.infant, singleRooms]
    .map((count) => count ?? 0)
    .join(',');
