import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useMay } from '../../session/me.ts';
import { useOwnTrip } from './own-trip.ts';
import { texts } from './texts.ts';
import { TripDays } from './trip-days.tsx';
import './trips.css';

/** The trip day by day, with its group and, shortly before it, its guide. */
export function Itinerary({ orderId }: { readonly orderId: string }) {
  const t = texts.use();
  const query = useOwnTrip(orderId);
  if (!useMay()('itinerary.own-trip.read')) return null;
  return (
    <section className="panel">
      <h2>{t('itinerary')}</h2>
      <Loaded query={query} lines={6}>
        {({ groupNumber, checkedIn, heads, guide, plan, departsOn }) => (
          <>
            <p className="quiet">
              {t('group', { number: groupNumber })}
              {checkedIn > 0 && ` · ${t('checkedIn', { count: checkedIn, heads })}`}
            </p>
            {guide && (
              <p>
                {t('guide')}: {guide.name}
                {guide.mobile && (
                  <>
                    {' '}
                    · <a href={`tel:${guide.mobile}`}>{guide.mobile}</a>
                  </>
                )}
              </p>
            )}
            {plan ? (
              <>
                <p>{localText(plan.title)}</p>
                <TripDays days={plan.days} departsOn={departsOn} />
              </>
            ) : (
              <p className="quiet">{t('noPlan')}</p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
