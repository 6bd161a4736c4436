import type { Texts } from './errors.ts';
import { allocate as allocateShares, dinero, toSnapshot, type DineroCurrency } from 'dinero.js/bigint';

/** An amount in the currency's minor unit (fen, cent) with its ISO 4217 code. Never a fraction, never a float. */
export interface Money {
  readonly amount: bigint;
  readonly currency: string;
}

/** Money as JSON: the minor units as a decimal string, because JSON numbers lose digits. */
export interface MoneyJson {
  amount: string;
  currency: string;
}

/** @param amount minor units @param currency ISO 4217 code @throws TypeError on anything but three capital letters */
export function money(amount: bigint, currency: string): Money {
  if (!/^[A-Z]{3}$/.test(currency)) throw new TypeError(`"${currency}" is not an ISO 4217 code`);
  return { amount, currency };
}

/** @throws TypeError when the currencies differ */
export const add = (left: Money, right: Money): Money => ({
  amount: left.amount + sameCurrency(left, right).amount,
  currency: left.currency,
});

/** @throws TypeError when the currencies differ */
export const subtract = (left: Money, right: Money): Money => add(left, negate(right));

const negate = ({ amount, currency }: Money): Money => ({ amount: -amount, currency });

/** The sum of all; `currency` is that of an empty sum. @throws TypeError when a currency differs */
export const sum = (amounts: readonly Money[], currency: string): Money =>
  amounts.reduce(add, money(0n, currency));

/**
 * Splits an amount by whole-number weights so that the parts add up to it exactly; left-over minor units go to the first parts.
 * @throws when all weights are zero or one is negative
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const currency: DineroCurrency<bigint> = { code: total.currency, base: 10n, exponent: 0n };
  const parts = allocateShares(dinero({ amount: total.amount, currency, scale: 0n }), [...weights]);
  return parts.map((part) => ({ amount: toSnapshot(part).amount, currency: total.currency }));
}

export const moneyToJson = ({ amount, currency }: Money): MoneyJson => ({
  amount: amount.toString(),
  currency,
});

/** @throws SyntaxError when `amount` is not a whole decimal number, TypeError on a bad currency */
export const moneyFromJson = ({ amount, currency }: MoneyJson): Money => money(BigInt(amount), currency);

/** An amount for papers, exact: `CNY 1,234.50`. */
export function moneyText({ amount, currency }: Money): string {
  const { sign, whole, fraction } = unitsOf({ amount, currency });
  return `${currency} ${sign}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** An amount in sentences on pages, exact, with the sign of its currency as amounts beside them have it: `¥1,234.50`, `CN¥1,234.50`. */
export function moneyTexts(money: Money): Texts {
  const { sign, whole, fraction } = unitsOf(money);
  const written = (language: string) =>
    new Intl.NumberFormat(language, { style: 'currency', currency: money.currency }).format(
      `${sign}${whole}${fraction}` as `${number}`, // digits, and a point
    );
  return { zh: written('zh-CN'), en: written('en') };
}

/** An amount in units of its currency. */
function unitsOf({ amount, currency }: Money) {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  const units = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  return {
    sign: amount < 0n ? '-' : '',
    whole: units.slice(0, units.length - digits),
    fraction: digits > 0 ? `.${units.slice(-digits)}` : '',
  };
}

function sameCurrency(left: Money, right: Money): Money {
  if (left.currency !== right.currency)
    throw new TypeError(`${left.currency} and ${right.currency} do not add up`);
  return right;
}
