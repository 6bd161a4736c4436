import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Flex, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import { More } from '../../patterns/more.tsx';
import { Failed, Waiting } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { listOf, type DeskSearch } from './desk-state.ts';
import { bookableFirst } from './bookable.ts';
import { FoundProduct } from './found-product.tsx';
import { productQuery, sortOf } from './product-query.ts';
import { Recommended } from './recommended.tsx';
import { SearchFields } from './search-fields.tsx';
import { texts } from './texts.ts';
import { useDesk } from './use-desk.ts';

/** Products by words and by facets. One is chosen, or up to four are compared. */
export function SearchStep() {
  const t = texts.use();
  const { search, say, goTo } = useDesk();
  const { facets, found } = useFound(search);
  const compared = listOf(search.compare);
  const products = bookableFirst(found.data?.pages.flatMap((page) => page.products) ?? []);
  const compare = (id: string, chosen: boolean) =>
    say({ compare: (chosen ? [...compared, id] : compared.filter((one) => one !== id)).join(',') });
  return (
    <>
      <SearchFields facets={facets.data?.facets} />
      <Recommended />
      <Flex justify="space-between" align="center" gap="small" wrap>
        <Typography.Text type="secondary" role="status">
          {facets.data && t(facets.data.complete ? 'found' : 'foundMany', { count: facets.data.total })}
        </Typography.Text>
        <Button disabled={compared.length < 2} onClick={() => goTo('compare')}>
          {t('compareChosen', { count: compared.length })}
        </Button>
      </Flex>
      {compared.length === 4 && <Alert type="info" title={t('comparedMost')} />}
      {found.error && !found.data && <Failed problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting />}
      {found.data && products.length === 0 && <Empty description={t('found', { count: 0 })} />}
      <ul className="found-products">
        {products.map((product) => (
          <FoundProduct
            key={product.id}
            product={product}
            compared={compared.includes(product.id)}
            full={compared.length >= 4}
            onCompare={(chosen) => compare(product.id, chosen)}
            onChoose={() => goTo('departure', { product: product.id, departure: undefined })}
          />
        ))}
      </ul>
      <More query={found} />
    </>
  );
}

/** What is found by the address, and how it is filtered further. */
function useFound(search: DeskSearch) {
  const { currency } = useMe().agency;
  const asked = productQuery(search, currency);
  const sort = sortOf(search);
  const facets = useQuery({
    queryKey: ['booking', 'product', 'facets', asked],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/product-facets', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });
  const found = useInfiniteQuery({
    queryKey: ['booking', 'product', 'search', asked, sort],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.booking.GET('/v1/products', {
          params: { query: { ...asked, sort, limit: 20, ...(pageParam && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return { facets, found };
}
