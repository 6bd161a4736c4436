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

/** Completed years of life on a day. A birthday of 29 February is completed on 1 March in other years. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const born = localDate(birthDate);
  const on = localDate(day);
  const reached = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (reached ? 0 : 1);
}
