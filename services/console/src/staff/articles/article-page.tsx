import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Tabs, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Article } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { usePlaceText } from '../../names/cities.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { PicturesCard } from '../pictures/pictures-card.tsx';
import { ArticleState } from './articles-page.tsx';
import { articleRoute } from './routes.ts';
import { texts } from './texts.ts';
import { ChangeArticle } from './write-article.tsx';

/** One guide or piece of news, with its pictures. */
export function ArticlePage() {
  const { articleId } = articleRoute.useParams();
  const query = useQuery({
    queryKey: ['booking', 'article', articleId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/articles/{articleId}', { params: { path: { articleId } }, signal })),
  });
  return <Loaded query={query}>{(article) => <OneArticle article={article} />}</Loaded>;
}

function OneArticle({ article }: { readonly article: Article }) {
  texts.use();
  const placeText = usePlaceText();
  const { timeZone } = useMe().agency;
  const { id, title, state, kind, country, city, createdAt } = article;
  return (
    <Page
      title={localText(title)}
      tags={<ArticleState of={state} />}
      subtitle={[texts.word(kind), placeText(country, city), instantText(createdAt, timeZone)].join(' · ')}
      actions={<Actions article={article} />}
    >
      <Flex vertical gap="middle">
        <Words article={article} />
        <PicturesCard of="articles" id={id} changes={useMay()('booking.article.write')} />
      </Flex>
    </Page>
  );
}

function Words({ article: { title, body } }: { readonly article: Article }) {
  const t = texts.use();
  const languages = useLocale() === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return (
    <Card title={t('body')}>
      <Tabs
        items={languages.map((language) => ({
          key: language,
          label: patternTexts.say(language === 'zh' ? 'chinese' : 'english'),
          children: (
            <div lang={language === 'zh' ? 'zh-CN' : 'en'} style={{ maxWidth: 760 }}>
              <Typography.Paragraph strong>{title[language]}</Typography.Paragraph>
              <Typography.Paragraph className="long-text">{body[language]}</Typography.Paragraph>
            </div>
          ),
        }))}
      />
    </Card>
  );
}

function Actions({ article }: { readonly article: Article }) {
  const t = texts.use();
  const may = useMay();
  const [chosen, setChosen] = useState<'change' | 'publish' | 'withdraw'>();
  const close = () => setChosen(undefined);
  const published = article.state === 'published';
  const mayPublish = may('booking.article.publish');
  return (
    <>
      {!published && mayPublish && (
        <Button type="primary" onClick={() => setChosen('publish')}>
          {t('publish')}
        </Button>
      )}
      {may('booking.article.write') && (!published || mayPublish) && (
        <Button onClick={() => setChosen('change')}>{t('change')}</Button>
      )}
      {published && mayPublish && (
        <Button danger onClick={() => setChosen('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      <ChangeArticle article={article} open={chosen === 'change'} onClose={close} />
      <Show article={article} open={chosen === 'publish'} onClose={close} />
      <Withdraw article={article} open={chosen === 'withdraw'} onClose={close} />
    </>
  );
}

interface DialogProps {
  readonly article: Article;
  readonly open: boolean;
  readonly onClose: () => void;
}

const touches = [['booking', 'article']];

function Show({ article, open, onClose }: DialogProps) {
  const t = texts.use();
  const { id: articleId, version } = useAsOpened(article, open);
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.POST('/v1/articles/{articleId}/publication', {
          params: { path: { articleId } },
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('publishedNow') },
  );
  return (
    <ActionDialog
      title={t('publish')}
      explanation={t('publishWhy')}
      action={t('publish')}
      {...{ open, onClose, change }}
    />
  );
}

function Withdraw({ article, open, onClose }: DialogProps) {
  const t = texts.use();
  const { id: articleId, version } = useAsOpened(article, open);
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.POST('/v1/articles/{articleId}/withdrawal', {
          params: { path: { articleId } },
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('withdrawnNow') },
  );
  return (
    <ActionDialog
      title={t('withdraw')}
      explanation={t('withdrawWhy')}
      action={t('withdraw')}
      danger
      {...{ open, onClose, change }}
    />
  );
}
