import { Type } from 'typebox';
import { Currency } from '@yitu/runtime';

export { moneyText } from '@yitu/kernel';

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
