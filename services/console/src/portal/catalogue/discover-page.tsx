import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Failed, Waiting } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { Link, useSearchOf } from '../frame/links.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { CompareBar } from './compare/compare-bar.tsx';
import { ProductCard } from './product-card.tsx';
import { discoverRoute } from './routes.ts';
import { SearchForm } from './search-form.tsx';
import { findFacets, findProducts, firstPlace, type CatalogueSearch } from './search.ts';
import { texts } from './texts.ts';
import './catalogue.css';

/** The first page: what there is, found by words, place, dates, budget, theme and days. */
export function DiscoverPage() {
  const t = texts.use();
  const search = useSearchOf(discoverRoute);
  const { currency } = useMe().agency;
  const facets = useQuery({
    queryKey: ['booking', 'product', 'facets', search],
    queryFn: ({ signal }) => findFacets(search, currency, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <PortalPage title={t('title')}>
      <SearchForm search={search} facets={facets.data?.facets} />
      <div className="found-head">
        <span role="status">
          {facets.data && t(facets.data.complete ? 'found' : 'foundMore', { count: facets.data.total })}
        </span>
        <Link to="/recommend">{t('recommend')}</Link>
      </div>
      <Products search={search} currency={currency} />
      <CompareBar />
    </PortalPage>
  );
}

function Products({ search, currency }: { readonly search: CatalogueSearch; readonly currency: string }) {
  const t = texts.use();
  const query = useInfiniteQuery({
    queryKey: ['booking', 'product', 'list', search],
    queryFn: ({ pageParam, signal }) => findProducts(search, currency, pageParam, signal),
    initialPageParam: firstPlace,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Waiting lines={10} />;
  if (!query.data) return <Failed problem={query.error} onRetry={() => void query.refetch()} />;
  const products = query.data.pages.flatMap((page) => page.products);
  if (products.length === 0) return <NothingFound search={search} />;
  return (
    <>
      <ul className="bare-list cards" aria-busy={query.isFetching}>
        {products.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
      {query.hasNextPage && (
        <p className="more">
          <Button size="large" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
    </>
  );
}

function NothingFound({ search }: { readonly search: CatalogueSearch }) {
  const t = texts.use();
  if (Object.keys(search).length === 0) return <Nothing title={t('emptyTitle')}>{t('emptyWhy')}</Nothing>;
  return (
    <Nothing
      title={t('nothingTitle')}
      next={
        <>
          <Link to="/" search={{}}>
            {t('clear')}
          </Link>
          {' · '}
          <Link to="/recommend">{t('recommend')}</Link>
        </>
      }
    >
      {t('nothingWhy')}
    </Nothing>
  );
}
