import { Select } from 'antd';
import { currencyName } from '../format/money.ts';
import { useMe } from '../session/me.ts';
import { useLocale } from '../texts/use-locale.ts';
import { currencies } from './amount-input.tsx';

/** A field for a currency, the agency's own first. */
export function CurrencySelect({
  value,
  onChange,
  id,
  disabled = false,
}: {
  readonly value?: string | null;
  readonly onChange?: (currency: string) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}) {
  useLocale();
  const { currency: own } = useMe().agency;
  const codes = new Set([own, ...(value ? [value] : []), ...currencies]);
  return (
    <Select<string>
      {...(id && { id })}
      value={value ?? null}
      {...(onChange && { onChange })}
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...codes].map((code) => ({ value: code, label: `${code} · ${currencyName(code)}` }))}
      style={{ width: '100%' }}
    />
  );
}
