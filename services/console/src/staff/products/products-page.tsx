import { PlusOutlined } from '../../patterns/icons.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { ProductListing } from '../../api/gen/booking.ts';
import { countryName, listText, localText } from '../../format/names.ts';
import { useCityName, usePlaceText } from '../../names/cities.ts';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import type { ListSearch } from '../../patterns/list-search.ts';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { Cover } from '../selling/cover.tsx';
import { kinds, kindWords, themeWords } from '../../names/product-words.ts';
import { ProductState } from '../selling/state.tsx';
import { productStates } from '../selling/words.ts';
import { CreateProduct } from './change-product.tsx';
import { CityNames } from './city-names.tsx';
import { productsRoute, type ProductFilter } from './routes.ts';
import { texts } from './texts.ts';

type Search = ListSearch<ProductFilter>;
const sorts = ['newest', 'price', 'price-descending', 'days'] as const;

/** What is sold; whoever changes products finds drafts and withdrawn ones too. */
export function ProductsPage() {
  const t = texts.use();
  const may = useMay();
  const search = productsRoute.useSearch();
  const navigate = productsRoute.useNavigate();
  const [creating, setCreating] = useState(false);
  const actions = (
    <>
      <CityNames />
      {may('booking.product.create') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
          {t('create')}
        </Button>
      )}
    </>
  );
  return (
    <Page title={t('title')} actions={actions}>
      <List<ProductListing, ProductFilter>
        label={t('title')}
        queryKey={['booking', 'product']}
        load={load}
        columns={useColumns()}
        filters={useFilters(search)}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <CreateProduct open={creating} onClose={() => setCreating(false)} />
    </Page>
  );
}

const narrowed = ({ text, kind, country, city, theme }: Search) => {
  const known = kinds.find((one) => one === kind);
  return {
    ...(text && { text }),
    ...(known && { kind: [known] }),
    ...(country && { country: [country] }),
    ...(city && { city: [city] }),
    ...(theme && { theme: [theme] }),
  };
};

async function load(search: Search, signal: AbortSignal) {
  const sort = sorts.find((one) => one === search.sort) ?? 'newest';
  const query = { ...narrowed(search), sort, limit: pageSize, ...(search.after && { after: search.after }) };
  const { state } = search;
  const { products, next } = await answer(
    state === 'draft' || state === 'withdrawn'
      ? api.booking.GET('/v1/unpublished-products', { params: { query: { ...query, state } }, signal })
      : api.booking.GET('/v1/products', { params: { query }, signal }),
  );
  return { rows: products, next };
}

/** Places and themes with how many products have them. */
function useFilters(search: Search): readonly Filter<ProductFilter>[] {
  const t = texts.use();
  const unpublished = useMay()('booking.product.change');
  const cityName = useCityName();
  const asked = narrowed(search);
  const facets = useQuery({
    queryKey: ['booking', 'product', 'facets', asked],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/product-facets', { params: { query: asked }, signal })),
    placeholderData: (before) => before,
  }).data?.facets;
  const counted = (list: readonly { value: string; count: number }[] = [], word = (value: string) => value) =>
    list.map(({ value, count }) => ({ value, label: `${word(value)} (${count})` }));
  return [
    { name: 'text', label: t('text') },
    ...(unpublished
      ? [
          {
            name: 'state' as const,
            label: t('state'),
            input: (['published', 'draft', 'withdrawn'] as const).map((value) => ({
              value,
              label: productStates.word(value),
            })),
          },
        ]
      : []),
    { name: 'kind', label: t('kind'), input: counted(facets?.kind, kindWords.word) },
    { name: 'country', label: t('country'), input: counted(facets?.country, countryName) },
    { name: 'city', label: t('city'), input: counted(facets?.city, cityName) },
    { name: 'theme', label: t('theme'), input: counted(facets?.theme, themeWords.word) },
    {
      name: 'sort',
      label: t('sort'),
      input: sorts.map((value) => ({ value, label: value === 'days' ? t('sort-days') : t(value) })),
    },
  ];
}

function useColumns(): Column<ProductListing>[] {
  const t = texts.use();
  const placeText = usePlaceText();
  return [
    {
      title: t('name'),
      render: (_, { id, name, cover }) => (
        <Flex gap="small" align="center">
          <Cover of={cover} small />
          <Link to="/products/$productId" params={{ productId: id }}>
            {localText(name)}
          </Link>
        </Flex>
      ),
    },
    { title: t('state'), render: (_, { state }) => <ProductState of={state} /> },
    { title: t('kind'), render: (_, { kind }) => kindWords.word(kind) },
    {
      title: t('destination'),
      render: (_, { destinationCountry, destinationCity }) => placeText(destinationCountry, destinationCity),
    },
    { title: t('days'), align: 'end', render: (_, { days }) => days },
    { title: t('themes'), render: (_, { themes }) => listText(themes.map(themeWords.word)) || '—' },
    {
      title: t('from'),
      align: 'end',
      render: (_, { from }) => (from ? <Money of={from} /> : t('noPrice')),
    },
  ];
}
