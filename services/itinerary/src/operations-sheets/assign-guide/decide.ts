import { errors } from '../../errors.ts';

/**
 * The days a guide is with a group: the trip's unless others are named, which must be in order and meet the trip. All are local dates.
 * @throws itinerary/guide-dates
 */
export function guideDates(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  { departsOn, returnsOn }: { readonly departsOn: string; readonly returnsOn: string },
): { fromDate: string; toDate: string } {
  const dates = { fromDate: from ?? departsOn, toDate: to ?? returnsOn };
  const meets = dates.fromDate <= returnsOn && dates.toDate >= departsOn;
  if (dates.fromDate > dates.toDate || !meets) throw errors.guideDates({ departsOn, returnsOn });
  return dates;
}
