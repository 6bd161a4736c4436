import type { Locale, MoneyJson } from '@yitu/kernel';

export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** Words of a language around Chinese and English dates and amounts. */
export interface Wording {
  readonly locale: Locale;
  readonly text: (texts: LocalText) => string;
  /** @param amount in minor units */
  readonly money: (amount: MoneyJson) => string;
  /** @param date local date, YYYY-MM-DD */
  readonly date: (date: string) => string;
  /** An instant as people in a zone write it. @param instant RFC 3339 @param zone IANA name */
  readonly moment: (instant: string, zone: string) => string;
}

/** English dates without the American order, which readers elsewhere take for another date. */
const tags = { zh: 'zh-CN', en: 'en-GB' } as const;

export const wordingOf = (locale: Locale): Wording => ({
  locale,
  text: (texts) => texts[locale],
  money: ({ amount, currency }) => {
    const format = new Intl.NumberFormat(tags[locale], { style: 'currency', currency });
    // a decimal string keeps every digit of an amount, a number would not
    return format.format(decimal(amount, format.resolvedOptions().maximumFractionDigits ?? 2) as `${number}`);
  },
  date: (date) => written(Temporal.PlainDate.from(date).toZonedDateTime('UTC').toInstant(), locale, 'UTC'),
  moment: (instant, zone) => written(Temporal.Instant.from(instant), locale, zone, { timeStyle: 'short' }),
});

/** By way of milliseconds: the runtime writes Chinese dates of Temporal objects as 2027/5/1. */
const written = (
  instant: Temporal.Instant,
  locale: Locale,
  timeZone: string,
  time: { timeStyle?: 'short' } = {},
): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', ...time, timeZone }).format(
    instant.epochMilliseconds,
  );

/** Minor units as a decimal number: `-5` with two digits is `-0.05`. */
function decimal(minorUnits: string, digits: number): string {
  const negative = minorUnits.startsWith('-');
  const padded = minorUnits.replace('-', '').padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const fraction = digits === 0 ? '' : `.${padded.slice(-digits)}`;
  return `${negative ? '-' : ''}${whole}${fraction}`;
}
