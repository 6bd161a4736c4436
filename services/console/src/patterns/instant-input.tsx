import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** A field for a day and a time, an instant inside and out; entered on the clock of whoever enters it. */
export function InstantInput({
  value,
  onChange,
  id,
}: {
  readonly value?: string | null;
  readonly onChange?: (instant: string | null) => void;
  readonly id?: string;
}) {
  return (
    <DatePicker
      {...(id && { id })}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={value ? dayjs(value) : null}
      onChange={(moment) => onChange?.(moment?.toISOString() ?? null)}
    />
  );
}
