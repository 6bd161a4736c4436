import { today, type FieldProblem, type LocalDate } from '@yitu/kernel';

/** Nobody alive was born before; typing mistakes in the century are found. */
const earliest: LocalDate = '1900-01-01';
/** Where a new day begins first: a date that is not over the line here is in the future everywhere. */
const firstZone = 'Pacific/Kiritimati';

/** What is wrong with a birth date of somebody alive; nothing, or one problem of `field` (JSON pointer). */
export function birthDateProblems(
  field: string,
  birthDate: LocalDate | null,
  now: Temporal.Instant,
): FieldProblem[] {
  if (birthDate === null || (birthDate >= earliest && birthDate <= today(now, firstZone))) return [];
  const message = {
    zh: `出生日期应在 ${earliest} 与今天之间`,
    en: `must lie between ${earliest} and today`,
  };
  return [{ field, rule: 'birth-date', message }];
}
