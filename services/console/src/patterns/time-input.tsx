import { TimePicker } from 'antd';
import dayjs from 'dayjs';

/** A field for a local time, `HH:MM` inside and out. */
export function TimeInput({
  value,
  onChange,
  id,
  label,
}: {
  readonly value?: string | null;
  readonly onChange?: (time: string | undefined) => void;
  readonly id?: string;
  /** Where no label of a form names it. */
  readonly label?: string;
}) {
  return (
    <TimePicker
      {...(id && { id })}
      {...(label && { 'aria-label': label, placeholder: label })}
      format="HH:mm"
      minuteStep={5}
      needConfirm={false}
      value={value ? dayjs(`2000-01-01T${value}`) : null}
      onChange={(time) => onChange?.(time?.format('HH:mm'))}
      style={{ width: '100%' }}
    />
  );
}
