/** A local calendar date `YYYY-MM-DD`; the zone belongs to what it is the date of (a departure, a branch). */
export type LocalDate = string;

/** @throws RangeError when the text is not an existing date of the ISO calendar */
export const localDate = (text: string): Temporal.PlainDate =>
  Temporal.PlainDate.from(text, { overflow: 'reject' });

/** The date people in `zone` (IANA name) write at this instant. */
export const today = (now: Temporal.Instant, zone: string): LocalDate =>
  now.toZonedDateTimeISO(zone).toPlainDate().toString();

export const addDays = (date: LocalDate, days: number): LocalDate => localDate(date).add({ days }).toString();

/** Natural days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  localDate(from).until(localDate(to), { largestUnit: 'days' }).days;
