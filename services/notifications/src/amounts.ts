import { moneyToJson, type Money, type MoneyJson } from '@yitu/kernel';

/** An event's amount as it is stored. @throws when the event lacks it: its sender always gives one */
export function amountOf(amount: Money | undefined): MoneyJson {
  if (!amount) throw new TypeError('the event has no amount');
  return moneyToJson(amount);
}

/** An event's text in both languages. */
export const textOf = (text: { zh: string; en: string } | undefined) => ({
  zh: text?.zh ?? '',
  en: text?.en ?? '',
});
