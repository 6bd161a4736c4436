import { InputNumber } from 'antd';

/** A field for a share: entered in per cent with two digits, kept in hundredths of a percent. */
export function PercentInput({
  value,
  onChange,
  id,
  label,
  placeholder,
}: {
  readonly value?: number | null;
  readonly onChange?: (share: number | null) => void;
  readonly id?: string;
  /** Where no label of a form names it. */
  readonly label?: string;
  readonly placeholder?: string;
}) {
  return (
    <InputNumber
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      {...(placeholder && { placeholder })}
      min={0}
      max={100}
      precision={2}
      suffix="%"
      controls={false}
      value={value === null || value === undefined ? null : value / 100}
      onChange={(percent) => onChange?.(percent === null ? null : Math.round(percent * 100))}
      style={{ width: '100%' }}
    />
  );
}
