/** A month as `2026-11`, and its days as local dates. No time zone has a part in it. */
export type Month = string;

const pad = (number: number): string => String(number).padStart(2, '0');

export const isMonth = (text: string | undefined): text is Month =>
  text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export function monthAfter(month: Month, by: number): Month {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${pad((months % 12) + 1)}`;
}

export function daysOf(month: Month): string[] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${pad(index + 1)}`);
}

/** 0 for Monday. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The weeks of a month, Monday first; null where a day belongs to another month. */
export function weeksOf(month: Month): (string | null)[][] {
  const days = daysOf(month);
  const before = Array.from({ length: weekdayOf(`${month}-01`) }, () => null);
  const cells: (string | null)[] = [...before, ...days];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Names of the weekdays in a language, Monday first. */
export const weekdays = (language: string): string[] =>
  // The fifth of January 1970 was a Monday.
  Array.from({ length: 7 }, (_, day) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      Date.UTC(1970, 0, 5 + day),
    ),
  );

export const monthText = (month: Month, language: string): string =>
  new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
