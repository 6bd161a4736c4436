import { InputNumber } from 'antd';
import { minorUnitsOf, unitsOf } from '../format/money.ts';

/** A field for an amount of a currency: entered in its units, kept in its minor units. */
export function MoneyInput({
  currency,
  value,
  onChange,
  id,
  label,
  placeholder,
}: {
  readonly currency: string;
  readonly value?: string | null;
  readonly onChange?: (amount: string | null) => void;
  readonly id?: string;
  /** Where no label of a form names it. */
  readonly label?: string;
  readonly placeholder?: string;
}) {
  return (
    <InputNumber<string>
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      {...(placeholder && { placeholder })}
      stringMode
      min="0"
      controls={false}
      prefix={currency}
      value={value ? unitsOf({ amount: value, currency }) : null}
      onChange={(units) => onChange?.(units ? (minorUnitsOf(units, currency) ?? value ?? null) : null)}
      style={{ width: '100%' }}
    />
  );
}
