import type { Plan } from '../../api/gen/itinerary.ts';

export type SegmentKind = Plan['days'][number]['segments'][number]['kind'];

/** In the order in which a day is planned. */
export const segmentKinds = [
  'transport',
  'sight',
  'meal',
  'shopping',
  'free-time',
  'lodging',
] as const satisfies readonly SegmentKind[];

/** The dates of a trip, the first day and the last included. */
export function datesOf({ departsOn, returnsOn }: { departsOn: string; returnsOn: string }): string[] {
  const dates: string[] = [];
  const day = 86_400_000;
  for (let at = Date.parse(departsOn); at <= Date.parse(returnsOn); at += day)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}
