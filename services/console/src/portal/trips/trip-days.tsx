import type { OwnTrip } from '../../api/gen/itinerary.ts';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { texts } from './texts.ts';

type Days = NonNullable<OwnTrip['plan']>['days'];

/** What happens on which day. @param departsOn local date of the first day, where it is known */
export function TripDays({ days, departsOn }: { readonly days: Days; readonly departsOn?: string }) {
  const t = texts.use();
  return (
    <ol className="bare-list trip-days">
      {days.map(({ day, title, segments }) => (
        <li key={day}>
          <h3>
            {t('day', { day })} · {localText(title)}
            {departsOn && <small className="quiet block">{dateText(dayOf(departsOn, day))}</small>}
          </h3>
          <ul className="bare-list">
            {segments.map(({ kind, text, from, to }, index) => (
              <li key={index} className="trip-segment">
                <span className="quiet">{from ? [from, to].filter(Boolean).join('–') : t(kind)}</span>
                <span>
                  {from && <span className="quiet">{t(kind)} · </span>}
                  {localText(text)}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** Browsers without Temporal are still about: days are counted in UTC, where none is longer than another. */
const dayOf = (first: string, day: number): string => {
  const date = new Date(`${first}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + day - 1);
  return date.toISOString().slice(0, 10);
};
