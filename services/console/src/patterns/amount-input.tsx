import { Select, Space } from 'antd';
import { useState } from 'react';
import type { Money } from '../format/money.ts';
import { useMe } from '../session/me.ts';
import { MoneyInput } from './money-input.tsx';
import { texts } from './texts.ts';

/** Those suppliers here are paid in; the agency's own comes first, and another one with the record. */
const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'THB', 'SGD', 'AUD', 'KRW'];

/** A field for an amount whose currency is chosen with it. */
export function AmountInput({
  value,
  onChange,
  id,
}: {
  readonly value?: Money | null;
  readonly onChange?: (money: Money | undefined) => void;
  readonly id?: string;
}) {
  const t = texts.use();
  const [chosen, setChosen] = useState(useMe().agency.currency);
  const currency = value?.currency ?? chosen;
  const tell = (amount: string | null, of: string) =>
    onChange?.(amount === null ? undefined : { amount, currency: of });
  const choose = (next: string) => {
    setChosen(next);
    // An amount of minor units of one currency is none of another: it is entered anew.
    tell(null, next);
  };
  return (
    <Space.Compact block>
      <Select
        aria-label={t('currency')}
        value={currency}
        onChange={choose}
        options={[...new Set([currency, ...currencies])].map((code) => ({ value: code, label: code }))}
        style={{ width: 100 }}
      />
      <MoneyInput
        {...(id && { id })}
        currency={currency}
        value={value?.amount ?? null}
        onChange={(amount) => tell(amount, currency)}
      />
    </Space.Compact>
  );
}
