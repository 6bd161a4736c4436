import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** A field for a local date, `YYYY-MM-DD` inside and out: no time zone moves it by a day. */
export function LocalDateInput({
  value,
  onChange,
  id,
  min,
  max,
  large = false,
  autoFocus = false,
}: {
  readonly value?: string | null;
  readonly onChange?: (date: string | null) => void;
  readonly id?: string;
  /** The first and the last day that can be chosen. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** For thumbs. */
  readonly large?: boolean;
  /** For one that takes the place of what somebody has just gone to: it opens at once. */
  readonly autoFocus?: boolean;
}) {
  return (
    <DatePicker
      {...(id && { id })}
      {...(autoFocus && { autoFocus, defaultOpen: true })}
      {...(large && { size: 'large' as const })}
      {...(min && { minDate: dayjs(min) })}
      {...(max && { maxDate: dayjs(max) })}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD') ?? null)}
      // Enter takes the day that was typed; it does not send the form.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      style={{ width: '100%' }}
    />
  );
}
