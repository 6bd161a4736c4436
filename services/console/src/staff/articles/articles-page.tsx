import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { ArticleListing } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { usePlaceText } from '../../names/cities.ts';
import { CityField } from '../../names/city-field.tsx';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf, type ListSearch } from '../../patterns/list-search.ts';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { Cover } from '../selling/cover.tsx';
import { toneOf } from '../selling/words.ts';
import { articlesRoute, type ArticleFilter } from './routes.ts';
import { texts } from './texts.ts';
import { articleKinds, WriteArticle } from './write-article.tsx';

/** Travel guides and news; whoever writes finds drafts and withdrawn ones too. */
export function ArticlesPage() {
  const t = texts.use();
  const may = useMay();
  const search = articlesRoute.useSearch();
  const navigate = articlesRoute.useNavigate();
  const [writing, setWriting] = useState(false);
  const write = may('booking.article.write') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setWriting(true)}>
      {t('write')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={write}>
      <List<ArticleListing, ArticleFilter>
        label={t('title')}
        queryKey={['booking', 'article']}
        load={load}
        columns={useColumns()}
        filters={useFilters()}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <WriteArticle open={writing} onClose={() => setWriting(false)} />
    </Page>
  );
}

async function load({ state, kind, ...rest }: ListSearch<ArticleFilter>, signal: AbortSignal) {
  const query = { ...rest, ...oneOf('kind', articleKinds, kind), limit: pageSize };
  const { articles, next } = await answer(
    state === 'draft' || state === 'withdrawn'
      ? api.booking.GET('/v1/unpublished-articles', { params: { query: { ...query, state } }, signal })
      : api.booking.GET('/v1/articles', { params: { query }, signal }),
  );
  return { rows: articles, next };
}

function useFilters(): readonly Filter<ArticleFilter>[] {
  const t = texts.use();
  const words = <Word extends 'published' | 'draft' | 'withdrawn' | 'guide' | 'news'>(...all: Word[]) =>
    all.map((value) => ({ value, label: t(value) }));
  const states: Filter<ArticleFilter> = {
    ...{ name: 'state', label: t('state'), input: words('published', 'draft', 'withdrawn') },
  };
  return [
    ...(useMay()('booking.article.write') ? [states] : []),
    { name: 'kind', label: t('kind'), input: words(...articleKinds) },
    { name: 'city', label: t('city'), input: CityField },
  ];
}

function useColumns(): Column<ArticleListing>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const placeText = usePlaceText();
  return [
    {
      title: t('name'),
      render: (_, { id, title, cover }) => (
        <Flex gap="small" align="center">
          <Cover of={cover} small />
          <Link to="/articles/$articleId" params={{ articleId: id }}>
            {localText(title)}
          </Link>
        </Flex>
      ),
    },
    { title: t('state'), render: (_, { state }) => <ArticleState of={state} /> },
    { title: t('kind'), render: (_, { kind }) => texts.word(kind) },
    { title: t('place'), render: (_, { country, city }) => placeText(country, city) },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}

export function ArticleState({ of }: { readonly of: string }) {
  texts.use();
  return <StateTag tone={toneOf(of)}>{texts.word(of)}</StateTag>;
}
