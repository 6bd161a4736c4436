import type { Money } from '@yitu/kernel';
import { Type } from 'typebox';
import { Currency } from '@yitu/runtime';

/** An amount above zero as input, in minor units. */
export const AmountAboveZero = Type.Object(
  {
    amount: Type.String({
      pattern: '^[1-9][0-9]{0,14}$',
      description: 'Minor units (fen, cent) as a decimal string, above zero.',
    }),
    currency: Currency,
  },
  { title: 'AmountAboveZero' },
);

/** An amount for people to read, exact: `CNY 1,234.50`. */
export function moneyText({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  const sign = amount < 0n ? '-' : '';
  const units = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  const whole = units.slice(0, units.length - digits).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${currency} ${sign}${whole}${digits > 0 ? `.${units.slice(-digits)}` : ''}`;
}
