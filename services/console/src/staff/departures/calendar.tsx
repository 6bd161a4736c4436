import { Link } from '@tanstack/react-router';
import { Grid } from 'antd';
import type { DepartureDay } from '../../api/gen/booking.ts';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { departureStates, toneOf } from '../selling/words.ts';
import { weekdays, weeksOf, type Month } from './months.ts';
import { texts } from './texts.ts';

/** A month with the first departures of its days, how full they and the days are, and the way to all of a day. On a phone only the days on which something leaves. */
export function Calendar({
  month,
  days,
  productId,
}: {
  readonly month: Month;
  readonly days: readonly DepartureDay[];
  /** Where only its departures are shown. */
  readonly productId: string | undefined;
}) {
  const language = useLocale() === 'zh' ? 'zh-CN' : 'en-GB';
  const wide = Grid.useBreakpoint().lg ?? true;
  const byDate = new Map(days.map((day) => [day.date, day]));
  if (!wide)
    return (
      <ul className="calendar-days">
        {days.map((day) => (
          <li key={day.date}>
            <strong>{dateText(day.date)}</strong>
            <Seats of={day} />
            <Departures of={day} {...{ month, productId }} />
          </li>
        ))}
      </ul>
    );
  return (
    <table className="calendar">
      <thead>
        <tr>
          {weekdays(language).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null) ?? month}>
            {week.map((day, place) => (
              <td key={day ?? `none-${place}`}>
                {day && (
                  <>
                    <time dateTime={day}>{Number(day.slice(8))}</time>
                    <Seats of={byDate.get(day)} />
                    <Departures of={byDate.get(day)} {...{ month, productId }} />
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How full a day is, where more departs on it than is shown. */
function Seats({ of }: { readonly of: DepartureDay | undefined }) {
  const t = texts.use();
  if (!of || of.count === of.departures.length) return null;
  const { capacity, remaining } = of;
  const sold = capacity - remaining;
  return (
    <div className="calendar-seats">
      {t('soldThatDay', { sold, capacity })}
      <Occupancy {...{ sold, capacity }} />
    </div>
  );
}

const Occupancy = ({ sold, capacity }: { readonly sold: number; readonly capacity: number }) => (
  <span className="occupancy" aria-hidden="true">
    <span style={{ width: `${capacity > 0 ? (sold / capacity) * 100 : 0}%` }} />
  </span>
);

function Departures({
  of,
  month,
  productId,
}: {
  readonly of: DepartureDay | undefined;
  readonly month: Month;
  readonly productId: string | undefined;
}) {
  const t = texts.use();
  if (!of) return null;
  const { date, count, departures } = of;
  const others = count - departures.length;
  return (
    <ul>
      {departures.map((departure) => {
        const { id, productName, groupNumber, capacity, remaining, state } = departure;
        const sold = capacity - remaining;
        return (
          <li key={id}>
            <Link
              to="/departures/$departureId"
              params={{ departureId: id }}
              className={`calendar-departure tone-${toneOf(state)}`}
              title={`${localText(productName)} · ${groupNumber}`}
            >
              <span className="calendar-name">{localText(productName)}</span>
              <span>
                {departureStates.word(state)} · {t('sold', { sold, capacity })}
              </span>
              <Occupancy {...{ sold, capacity }} />
            </Link>
          </li>
        );
      })}
      {others > 0 && (
        <li>
          <Link
            to="/departures"
            search={{ month, view: 'list', day: date, ...(productId && { productId }) }}
            aria-label={`${dateText(date)} · ${t('others', { count: others })}`}
          >
            {t('others', { count: others })}
          </Link>
        </li>
      )}
    </ul>
  );
}
