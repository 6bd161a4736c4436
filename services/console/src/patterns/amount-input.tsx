import { InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { minorUnitsOf, unitsOf, type Money } from '../format/money.ts';
import { useMe } from '../session/me.ts';
import { MoneyInput } from './money-input.tsx';
import { texts } from './texts.ts';

/** Those suppliers here are paid in; the agency's own comes first, and another one with the record. */
export const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'THB', 'SGD', 'AUD', 'KRW'];

/** A field for an amount with its currency; the currency is chosen where it is not known. */
export function AmountInput({
  value,
  onChange,
  id,
  currency: known,
  label,
}: {
  readonly value?: Money | null;
  readonly onChange?: (money: Money | undefined) => void;
  readonly id?: string;
  readonly currency?: string | undefined;
  /** Where no label of a form names it. */
  readonly label?: string;
}) {
  const t = texts.use();
  const [chosen, setChosen] = useState(useMe().agency.currency);
  const currency = known ?? value?.currency ?? chosen;
  const tell = (amount: string | null, of: string) =>
    onChange?.(amount === null ? undefined : { amount, currency: of });
  const choose = (next: string) => {
    setChosen(next);
    // An amount of minor units of one currency is none of another: it is entered anew.
    tell(null, next);
  };
  const amount = value?.currency === currency ? value.amount : null;
  if (known)
    return (
      <MoneyInput
        {...(id && { id })}
        {...(label && { label })}
        currency={currency}
        value={amount}
        onChange={(entered) => tell(entered, currency)}
      />
    );
  return (
    <Space.Compact block>
      <Select
        aria-label={label ? `${t('currency')} · ${label}` : t('currency')}
        value={currency}
        onChange={choose}
        options={[...new Set([currency, ...currencies])].map((code) => ({ value: code, label: code }))}
        style={{ width: 100 }}
      />
      <InputNumber<string>
        {...(id && { id })}
        {...(label && { 'aria-label': label })}
        stringMode
        min="0"
        controls={false}
        value={amount === null ? null : unitsOf({ amount, currency })}
        onChange={(units) => tell(units ? (minorUnitsOf(units, currency) ?? amount) : null, currency)}
        style={{ width: '100%' }}
      />
    </Space.Compact>
  );
}
