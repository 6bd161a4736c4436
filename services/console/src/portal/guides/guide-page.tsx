import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { useCityName, usePlaceText } from '../../names/cities.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { Cover } from '../catalogue/picture.tsx';
import { Link, useParamsOf } from '../frame/links.tsx';
import { PortalPage } from '../frame/portal-page.tsx';
import { guideRoute } from './routes.ts';
import { texts } from './texts.ts';
import '../catalogue/catalogue.css';

/** One guide or piece of news, and the trips to where it is about. */
export function GuidePage() {
  const t = texts.use();
  const { articleId } = useParamsOf(guideRoute);
  const { timeZone } = useMe().agency;
  const cityName = useCityName();
  const placeText = usePlaceText();
  const query = useQuery({
    queryKey: ['booking', 'article', articleId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/articles/{articleId}', { params: { path: { articleId } }, signal })),
  });
  return (
    <Loaded query={query} lines={12}>
      {({ id, kind, title, body, country, city, createdAt }) => (
        <PortalPage
          title={localText(title)}
          lead={[texts.word(kind), placeText(country, city), instantText(createdAt, timeZone)].join(' · ')}
        >
          <article className="guide">
            <div className="gallery">
              <Cover of="articles" id={id} name={cityName(city)} />
            </div>
            <div className="panel long-text">{localText(body)}</div>
            <p>
              <Link to="/" search={{ city }}>
                {t('tripsThere', { city: cityName(city) })}
              </Link>
              {' · '}
              <Link to="/guides">{t('back')}</Link>
            </p>
          </article>
        </PortalPage>
      )}
    </Loaded>
  );
}
