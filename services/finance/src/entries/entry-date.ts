import type { LocalDate } from '@yitu/kernel';
import { Type } from 'typebox';
import { errors } from '../errors.ts';

/** A local date business is entered for; the ledger begins with the year 2000, so that a slip of the year is noticed. */
export const EntryDate = Type.String({
  format: 'local-date',
  pattern: '^2\\d{3}-',
  description: 'A local calendar date, YYYY-MM-DD, not in the future.',
});

/** Business is recorded when it has happened, not before. @param field JSON pointer of the date @throws finance/date-in-future */
export function checkNotInFuture(date: LocalDate, currentDate: LocalDate, field: string): void {
  if (date <= currentDate) return;
  const message = { zh: `不能晚于 ${currentDate}`, en: `must not be after ${currentDate}` };
  throw errors.dateInFuture({ today: currentDate }, { fields: [{ field, rule: 'not-in-future', message }] });
}
