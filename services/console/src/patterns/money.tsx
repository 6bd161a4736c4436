import { moneyText, type Money as Amount } from '../format/money.ts';
import { useLocale } from '../texts/use-locale.ts';

/** An amount with its own currency, figures below each other in columns. */
export function Money({ of }: { readonly of: Amount }) {
  useLocale();
  return <span className="money">{moneyText(of)}</span>;
}
