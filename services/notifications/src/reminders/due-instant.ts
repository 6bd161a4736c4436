import { addDays, today, type LocalDate } from '@yitu/kernel';

const daysBefore = 7;
const hour = 9;

export interface Departure {
  /** Local date where the departure is. */
  readonly departsOn: LocalDate;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * When a customer is reminded: a week before departure at nine in the morning where the trip starts, at once where that is past already.
 * A morning that a zone's clocks skip is the first moment after it.
 */
export function dueInstant({ departsOn, timeZone }: Departure, now: Temporal.Instant): Temporal.Instant {
  const day = Temporal.PlainDate.from(addDays(departsOn, -daysBefore));
  const due = day.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) }).toInstant();
  return Temporal.Instant.compare(due, now) < 0 ? now : due;
}

/** Whether the day of departure is over: then a reminder would only confuse. */
export const isTooLate = ({ departsOn, timeZone }: Departure, now: Temporal.Instant): boolean =>
  today(now, timeZone) > departsOn;
