import { addDays } from '@yitu/kernel';

/** What says until when a departure takes orders. */
export interface Closing {
  readonly departsOn: string;
  readonly cutOffDays: number;
  readonly timeZone: string;
}

/** The end of the last day on which the departure takes orders (its cut-off), where it is. */
export const closingOf = ({ departsOn, cutOffDays, timeZone }: Closing): Temporal.Instant =>
  Temporal.PlainDate.from(addDays(departsOn, 1 - cutOffDays))
    .toZonedDateTime(timeZone)
    .toInstant();

/** Until when seats are kept that are not sold yet: so many minutes, and never beyond the cut-off, after which nobody could have them. */
export function keptUntil(departure: Closing, minutes: number, now: Temporal.Instant): Temporal.Instant {
  const ends = now.add({ minutes });
  const closes = closingOf(departure);
  return Temporal.Instant.compare(ends, closes) < 0 ? ends : closes;
}
