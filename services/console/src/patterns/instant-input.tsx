import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { useMe } from '../session/me.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A field for an instant, shown and entered on the agency's clock wherever the browser is. */
export function InstantInput({
  value,
  onChange,
  id,
}: {
  readonly value?: string | null;
  readonly onChange?: (instant: string | null) => void;
  readonly id?: string;
}) {
  const { timeZone } = useMe().agency;
  return (
    <DatePicker
      {...(id && { id })}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={value ? dayjs(value).tz(timeZone) : null}
      onChange={(day) =>
        onChange?.(day ? dayjs.tz(day.format('YYYY-MM-DDTHH:mm'), timeZone).toISOString() : null)
      }
      // Enter takes the day that was typed; it does not send the form.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      style={{ width: '100%' }}
    />
  );
}
