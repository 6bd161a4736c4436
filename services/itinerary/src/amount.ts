import type { Money } from '@yitu/kernel';
import { Currency } from '@yitu/runtime';
import { Type } from 'typebox';

/** Money that somebody gives or owes: never below zero. */
export const Amount = Type.Object(
  {
    amount: Type.String({
      pattern: '^(0|[1-9]\\d{0,14})$',
      description: 'Minor units (fen, cent), zero or more',
    }),
    currency: Currency,
  },
  { title: 'Amount' },
);

/** How many digits a currency has after the point (ISO 4217). */
export const fractionDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount for people, e.g. `CNY 12,345.60`. */
export function inFigures({ amount, currency }: Money): string {
  const digits = fractionDigits(currency);
  const unit = 10n ** BigInt(digits);
  const fraction = digits === 0 ? '' : `.${(amount % unit).toString().padStart(digits, '0')}`;
  return `${currency} ${(amount / unit).toLocaleString('en')}${fraction}`;
}
