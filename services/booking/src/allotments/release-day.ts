import { addDays, daysBetween, localDate, type LocalDate } from '@yitu/kernel';
import { allotmentErrors } from './errors.ts';
import { errors } from '../errors.ts';

/** When unused units of a date go back: as the day begins, at the destination, that is so many days before. */
export const releaseMoment = (date: LocalDate, releaseDays: number, timeZone: string): Temporal.Instant =>
  localDate(addDays(date, -releaseDays)).toZonedDateTime(timeZone).toInstant();

const datesAtMost = 400;

/**
 * Every date from the first to the last.
 * @throws booking/dates-reversed, too-many-dates
 */
export function datesFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const days = daysBetween(from, to);
  if (days < 0) throw errors.datesReversed({ fields: [{ field: '/body/to', ...notBeforeFrom }] });
  if (days >= datesAtMost)
    throw allotmentErrors.tooManyDates(
      { most: datesAtMost },
      { fields: [{ field: '/body/to', ...tooLate }] },
    );
  return Array.from({ length: days + 1 }, (_none, index) => addDays(from, index));
}

const notBeforeFrom = {
  rule: 'order',
  message: { zh: '不能早于开始日期', en: 'must not be before the first date' },
};
const tooLate = {
  rule: 'range',
  message: { zh: `最多 ${datesAtMost} 个日期`, en: `must be at most ${datesAtMost} dates on` },
};

/** Units of one date. `quantity` is null in free sale. */
export interface Units {
  readonly date: LocalDate;
  readonly quantity: number | null;
  readonly taken: number;
  readonly released: number;
  readonly stopped: boolean;
  readonly releasesAt: Temporal.Instant;
  /** Null until the release day has been acted on. */
  readonly releasedAt: Temporal.Instant | null;
}

export const dateStates = ['open', 'sold-out', 'stopped', 'released', 'past'] as const;
export type DateState = (typeof dateStates)[number];

/** Units that can still be taken, were sale not stopped; null where there is no limit. */
export const remainingOf = ({ quantity, taken, released }: Units): number | null =>
  quantity === null ? null : quantity - taken - released;

/**
 * How a date stands. What comes back, or is added, after its release day can be taken again: it is released once.
 * @param today at the destination
 */
export function stateOf(units: Units, now: Temporal.Instant, today: LocalDate): DateState {
  if (units.date < today) return 'past';
  if (units.stopped) return 'stopped';
  const due = Temporal.Instant.compare(units.releasesAt, now) <= 0;
  const remaining = remainingOf(units);
  if (remaining === null) return due ? 'released' : 'open';
  if (units.releasedAt === null && due) return 'released';
  if (remaining > 0) return 'open';
  return units.released > 0 ? 'released' : 'sold-out';
}
