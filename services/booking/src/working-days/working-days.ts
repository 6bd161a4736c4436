import { localDate, type LocalDate } from '@yitu/kernel';

/** Public holidays and the weekend days worked instead, by year; a year that is missing has not been announced. */
export type Calendar = Readonly<
  Record<string, { readonly off: readonly string[]; readonly worked: readonly string[] }>
>;

export interface DueDate {
  readonly date: LocalDate;
  /** A day of a year whose holidays are not announced yet was counted as what its weekday is: the date may move once they are. */
  readonly provisional: boolean;
}

/** Whether people work on this day: weekdays but public holidays, and the weekend days worked instead. */
export function isWorkingDay(date: LocalDate, calendar: Calendar): boolean {
  const year = calendar[date.slice(0, 4)];
  if (year?.off.includes(date)) return false;
  return year?.worked.includes(date) === true || localDate(date).dayOfWeek <= 5;
}

/**
 * The day a number of working days after another one; that day itself is not counted (民法典第二百零一条).
 * @param days one at least
 */
export function afterWorkingDays(from: LocalDate, days: number, calendar: Calendar): DueDate {
  let date = localDate(from);
  let provisional = false;
  for (let left = days; left > 0;) {
    date = date.add({ days: 1 });
    provisional ||= !(String(date.year) in calendar);
    if (isWorkingDay(date.toString(), calendar)) left -= 1;
  }
  return { date: date.toString(), provisional };
}
