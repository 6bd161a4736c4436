import { currentLocale } from '../texts/locale.ts';

/** An amount as the services give it: minor units as digits, with their currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A format is dear to make, and a list of amounts wants the same one for each. */
function formatOf(language: 'zh-CN' | 'en', currency: string): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(language, { style: 'currency', currency });
  formats.set(key, known);
  return known;
}

const digitsOf = (currency: string): number =>
  formatOf('en', currency).resolvedOptions().maximumFractionDigits ?? 2;

/** The amount in units of its currency as digits, exactly: `12345` of CNY is `123.45`. */
export function unitsOf({ amount, currency }: Money): `${number}` {
  const digits = digitsOf(currency);
  const negative = amount.startsWith('-');
  const whole = amount.replace('-', '').padStart(digits + 1, '0');
  const text = digits === 0 ? whole : `${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
  return `${negative ? '-' : ''}${text}` as `${number}`; // digits, and a point
}

/** Digits somebody entered, in units, as minor units; undefined when they are no amount of the currency. */
export function minorUnitsOf(units: string, currency: string): string | undefined {
  const digits = digitsOf(currency);
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(units.trim().replaceAll(',', ''));
  if (!match || (match[3]?.length ?? 0) > digits) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  return String(BigInt(`${sign}${whole}${fraction.padEnd(digits, '0')}`));
}

/** The amount with the sign of its own currency, whatever the language: `¥1,234.50`, `US$80.00`. */
export function moneyText(money: Money): string {
  const language = currentLocale() === 'zh' ? 'zh-CN' : 'en';
  return formatOf(language, money.currency).format(unitsOf(money));
}

/** The sum of amounts of one currency. */
export const sumOf = (amounts: readonly string[]): string =>
  String(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));

/** A part of a whole in per cent, to one place; null of nothing. */
export function percentText(part: Money, whole: Money): string | null {
  if (whole.amount === '0') return null;
  return `${(Number((BigInt(part.amount) * 1000n) / BigInt(whole.amount)) / 10).toFixed(1)}%`;
}

/** A share kept in hundredths of a percent: `12.5%`. */
export const shareText = (share: number): string => `${share / 100}%`;

/** A currency's name by its code: `人民币`, `Chinese Yuan`. */
export const currencyName = (currency: string): string =>
  new Intl.DisplayNames(currentLocale() === 'zh' ? 'zh-CN' : 'en', { type: 'currency' }).of(currency) ??
  currency;
