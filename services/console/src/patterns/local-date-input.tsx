import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** A field for a local date, `YYYY-MM-DD` inside and out: no time zone moves it by a day. */
export function LocalDateInput({
  value,
  onChange,
  id,
}: {
  readonly value?: string | null;
  readonly onChange?: (date: string | null) => void;
  readonly id?: string;
}) {
  return (
    <DatePicker
      {...(id && { id })}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD') ?? null)}
      style={{ width: '100%' }}
    />
  );
}
