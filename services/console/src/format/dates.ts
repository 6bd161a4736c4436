import { now } from './clock.ts';
import { currentLocale } from '../texts/locale.ts';

const language = () => (currentLocale() === 'zh' ? 'zh-CN' : 'en-GB');

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format is dear to make, and a list of fifty rows wants the same one fifty times. */
function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language(), options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language(), options);
  formats.set(key, known);
  return known;
}

/** A local date (`2026-03-01`) with its weekday: `2026年3月1日 周日`, `Sun, 1 Mar 2026`. */
export function dateText(date: string): string {
  return format(date, { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' });
}

/** A local date for columns: `2026-03-01` reads the same in both languages and sorts by eye. */
export const shortDate = (date: string): string => date;

function format(date: string, options: Intl.DateTimeFormatOptions): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return formatOf({ ...options, timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
}

/** An instant on the agency's clock, to the minute: `2026/3/1 14:05`. */
export function instantText(instant: string, timeZone: string): string {
  return formatOf({ dateStyle: 'medium', timeStyle: 'short', timeZone, hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** How long ago or ahead: `3 天前`, `in 2 hours`. @param now milliseconds */
export function relativeText(instant: string, now: number): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(
    Math.trunc(seconds / size),
    unit,
  );
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Minutes and seconds left: `29:05`; `0:00` when none are. */
export function clockText(seconds: number): string {
  const left = Math.max(0, Math.floor(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

/** Today as a local date where the agency is. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now());

/** A time zone by its name for people: `中国标准时间`, `China Standard Time`. */
export const timeZoneName = (timeZone: string): string =>
  new Intl.DateTimeFormat(language(), { timeZone, timeZoneName: 'long' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
