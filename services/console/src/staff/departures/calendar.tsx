import { Link } from '@tanstack/react-router';
import { Grid } from 'antd';
import type { Departure } from '../../api/gen/booking.ts';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { departureStates, toneOf } from '../selling/words.ts';
import { weekdays, weeksOf, type Month } from './months.ts';
import { texts } from './texts.ts';

/** A month with its departures on their days, and how full they are. On a phone only the days on which something leaves. */
export function Calendar({
  month,
  departures,
}: {
  readonly month: Month;
  readonly departures: readonly Departure[];
}) {
  const language = useLocale() === 'zh' ? 'zh-CN' : 'en-GB';
  const wide = Grid.useBreakpoint().lg ?? true;
  const byDay = Map.groupBy(departures, ({ departsOn }) => departsOn);
  if (!wide)
    return (
      <ul className="calendar-days">
        {[...byDay].map(([day, some]) => (
          <li key={day}>
            <strong>{dateText(day)}</strong>
            <Departures of={some} />
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
                    <Departures of={byDay.get(day) ?? []} />
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

function Departures({ of }: { readonly of: readonly Departure[] }) {
  const t = texts.use();
  if (of.length === 0) return null;
  return (
    <ul>
      {of.map((departure) => {
        const { id, productName, groupNumber, capacity, remaining, state } = departure;
        const sold = capacity - remaining;
        return (
          <li key={id}>
            <Link
              to="/departures/$departureId"
              params={{ departureId: id }}
              className={`calendar-departure tone-${toneOf(state)}`}
              title={groupNumber}
            >
              <span className="calendar-name">{localText(productName)}</span>
              <span>
                {departureStates.word(state)} · {t('sold', { sold, capacity })}
              </span>
              <span className="occupancy" aria-hidden="true">
                <span style={{ width: `${capacity > 0 ? (sold / capacity) * 100 : 0}%` }} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
