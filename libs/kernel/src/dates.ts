/** A local calendar date `YYYY-MM-DD`; the zone belongs to what it is the date of (a departure, a branch). */
export type LocalDate = string;

/** @throws RangeError when the text is not an existing date of the ISO calendar */
export const localDate = (text: string): Temporal.PlainDate =>
  Temporal.PlainDate.from(text, { overflow: 'reject' });

interface Day {
  readonly date: LocalDate;
  /** Milliseconds since the epoch: from, inclusive, and to, exclusive. */
  readonly from: number;
  readonly to: number;
}

/** The day in each zone that was asked for last: the zone's rules are looked up once a day, not once a question. */
const days = new Map<string, Day>();

/** The date people in `zone` (IANA name) write at this instant. @throws RangeError when there is no such zone */
export function today(now: Temporal.Instant, zone: string): LocalDate {
  const known = days.get(zone);
  const at = now.epochMilliseconds;
  if (known && at >= known.from && at < known.to) return known.date;
  const start = now.toZonedDateTimeISO(zone).startOfDay();
  const next = start.add({ days: 1 }).startOfDay();
  const date = start.toPlainDate().toString();
  if (days.size >= 1_000) days.clear(); // a zone has many spellings
  days.set(zone, { date, from: start.epochMilliseconds, to: next.epochMilliseconds });
  return date;
}

export const addDays = (date: LocalDate, days: number): LocalDate => localDate(date).add({ days }).toString();

/** Natural days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  localDate(from).until(localDate(to), { largestUnit: 'days' }).days;
