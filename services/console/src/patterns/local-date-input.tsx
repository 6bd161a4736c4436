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
      // Enter takes the day that was typed; it does not send the form.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      style={{ width: '100%' }}
    />
  );
}
