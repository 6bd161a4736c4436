import dayjs from 'dayjs';
import type { Departure, ProductListing } from '../../api/gen/booking.ts';

/** What can be booked before what has no departure on sale; else in the order they were found in. */
export const bookableFirst = <Product extends Pick<ProductListing, 'from'>>(
  products: readonly Product[],
): Product[] => [...products.filter(({ from }) => from), ...products.filter(({ from }) => !from)];

/** The last day on which orders for a departure are taken. */
export const lastDayOf = ({ departsOn, cutOffDays }: Pick<Departure, 'departsOn' | 'cutOffDays'>): string =>
  dayjs(departsOn).subtract(cutOffDays, 'day').format('YYYY-MM-DD');

/** Departures that are on sale, those first that still take orders, and in each the nearest first. @param todayAt the date in a time zone */
export function choicesOf<One extends Departure>(
  departures: readonly One[],
  todayAt: (timeZone: string) => string,
): { readonly departure: One; readonly tooLate: boolean }[] {
  return departures
    .filter(({ state }) => state === 'open' || state === 'guaranteed')
    .map((departure) => ({ departure, tooLate: todayAt(departure.timeZone) > lastDayOf(departure) }))
    .toSorted(
      (one, other) =>
        Number(one.tooLate) - Number(other.tooLate) ||
        one.departure.departsOn.localeCompare(other.departure.departsOn),
    );
}
