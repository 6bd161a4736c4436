import type { OrderDetail } from '../../api/gen/booking.ts';
import { travellerCategories, type TravellerCategory } from './words.ts';

export interface NamedTraveller {
  readonly travellerId: string;
  readonly category: TravellerCategory;
}

/** How many of whom travel, as a form has it. */
export type Counts = { readonly [category in TravellerCategory]?: number | null };

/** As the services take it: nobody is left out who travels, nobody is in who does not. */
export const countList = (counts: Counts): { category: TravellerCategory; count: number }[] =>
  travellerCategories.flatMap((category) => {
    const count = counts[category] ?? 0;
    return count > 0 ? [{ category, count }] : [];
  });

export const headsOf = (counts: Counts): number =>
  countList(counts).reduce((sum, { count }) => sum + count, 0);

/** Infants travel on a lap. */
export const seatsOf = (counts: Counts): number => headsOf({ ...counts, infant: 0 });

/** What somebody of this birth date travels as on a day: infants have not completed two years, children not twelve. */
export function categoryAt(birthDate: string, on: string): TravellerCategory {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const [onYear = 0, onMonth = 0, onDay = 0] = on.split('-').map(Number);
  const before = onMonth < month || (onMonth === month && onDay < day);
  const age = onYear - year - (before ? 1 : 0);
  if (age < 2) return 'infant';
  return age < 12 ? 'child-with-bed' : 'adult';
}

/** The category of which more are named than travel, if there is one. */
export const excessOf = (
  counts: Counts,
  travellers: readonly NamedTraveller[],
): TravellerCategory | undefined =>
  travellerCategories.find(
    (category) => travellers.filter((one) => one.category === category).length > (counts[category] ?? 0),
  );

/** Who travels by an order, as forms have it. */
export function orderedParty({ lines }: Pick<OrderDetail, 'lines'>) {
  const countOf = (category: string) => lines.find((line) => line.category === category)?.count ?? 0;
  const counts: Counts = {
    adult: countOf('adult'),
    'child-with-bed': countOf('child-with-bed'),
    'child-without-bed': countOf('child-without-bed'),
    infant: countOf('infant'),
  };
  return { counts, countsAsked: countList(counts), singleRooms: countOf('single-supplement') };
}
