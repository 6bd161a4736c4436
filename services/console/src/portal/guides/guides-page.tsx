import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { ArticleListing } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { useCityName, usePlaceText } from '../../names/cities.ts';
import { Failed, Waiting } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { Picture } from '../catalogue/picture.tsx';
import { findFacets } from '../catalogue/search.ts';
import { Choice } from '../frame/field.tsx';
import { Link, useGo, useSearchOf } from '../frame/links.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { guidesRoute } from './routes.ts';
import { texts } from './texts.ts';
import '../catalogue/catalogue.css';

interface GuideSearch {
  readonly kind?: 'guide' | 'news';
  readonly city?: string;
}

/** What the agency has written for travellers, the newest first. */
export function GuidesPage() {
  const t = texts.use();
  const search: GuideSearch = useSearchOf(guidesRoute);
  const query = useInfiniteQuery({
    queryKey: ['booking', 'article', 'list', search],
    queryFn: ({ pageParam: after, signal }) =>
      answer(
        api.booking.GET('/v1/articles', {
          params: { query: { ...search, limit: 12, ...(after !== null && { after }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null, // later pages begin at a cursor
    getNextPageParam: ({ next }) => next,
  });
  const articles = query.data?.pages.flatMap((page) => page.articles);
  return (
    <PortalPage title={t('title')} lead={t('lead')}>
      <GuideFilters search={search} />
      {query.isPending && <Waiting lines={10} />}
      {query.error && !articles && <Failed problem={query.error} onRetry={() => void query.refetch()} />}
      {articles && articles.length === 0 && <NoGuides filtered={Object.keys(search).length > 0} />}
      <ul className="bare-list cards">
        {articles?.map((article) => (
          <GuideCard key={article.id} article={article} />
        ))}
      </ul>
      {query.hasNextPage && (
        <p className="more">
          <Button size="large" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
    </PortalPage>
  );
}

function GuideFilters({ search }: { readonly search: GuideSearch }) {
  const t = texts.use();
  const go = useGo();
  const { currency } = useMe().agency;
  const { data } = useQuery({
    queryKey: ['booking', 'product', 'facets', {}],
    queryFn: ({ signal }) => findFacets({}, currency, signal),
  });
  const choose = (name: keyof GuideSearch) => (value: string) => {
    const { [name]: _before, ...others } = search;
    void go({ to: '/guides', search: value === '' ? others : { ...others, [name]: value } });
  };
  const cityName = useCityName();
  const cities = data?.facets.city.map(({ value }) => value) ?? [];
  const offered =
    search.city !== undefined && !cities.includes(search.city) ? [search.city, ...cities] : cities;
  return (
    <form role="search" className="needs">
      <Choice
        name="kind"
        label={t('kind')}
        value={search.kind}
        none={t('all')}
        options={[
          ['guide', t('guide')],
          ['news', t('news')],
        ]}
        onChoose={choose('kind')}
      />
      <Choice
        name="city"
        label={t('city')}
        value={search.city}
        none={t('everywhere')}
        options={offered.map((city) => [city, cityName(city)])}
        onChoose={choose('city')}
      />
    </form>
  );
}

function NoGuides({ filtered }: { readonly filtered: boolean }) {
  const t = texts.use();
  const next = filtered ? (
    <Link to="/guides" search={{}}>
      {t('showAll')}
    </Link>
  ) : (
    <Link to="/">{t('toTrips')}</Link>
  );
  return (
    <Nothing title={t('emptyTitle')} next={next}>
      {t('emptyWhy')}
    </Nothing>
  );
}

function GuideCard({
  article: { id, kind, title, body, country, city, createdAt, cover },
}: {
  readonly article: ArticleListing;
}) {
  const { timeZone } = useMe().agency;
  return (
    <li className="card">
      <Picture shown={cover} name={useCityName()(city)} />
      <div className="card-text">
        <h2>
          <Link to="/guides/$articleId" params={{ articleId: id }} className="card-link">
            {localText(title)}
          </Link>
        </h2>
        <p className="card-facts">{[texts.word(kind), usePlaceText()(country, city)].join(' · ')}</p>
        <p className="card-summary clamped">{localText(body)}</p>
        <small className="card-foot">{instantText(createdAt, timeZone)}</small>
      </div>
    </li>
  );
}
