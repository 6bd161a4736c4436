import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Col, Form, Input, Radio, Row, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Article } from '../../api/gen/booking.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalTextFields } from '../../patterns/local-text-fields.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { CountrySelect } from '../selling/country-select.tsx';
import { texts } from './texts.ts';

export const articleKinds = ['guide', 'news'] as const;

type ArticleForm = Pick<Article, 'title' | 'body' | 'country'> & { readonly city?: string };

interface NewArticle extends ArticleForm {
  readonly kind: (typeof articleKinds)[number];
  readonly draft?: boolean;
}

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Writes a guide or news, and opens its page. */
export function WriteArticle({ open, onClose }: DrawerProps) {
  const t = texts.use();
  const mayPublish = useMay()('booking.article.publish');
  const navigate = useNavigate();
  const [form] = Form.useForm<NewArticle>();
  const change = useChange(
    async ({ city = '', draft = false, ...said }: NewArticle, key) => {
      const body = { ...said, city: city.trim(), draft };
      const { id } = await answer(api.booking.POST('/v1/articles', { body, headers: changing(key) }));
      await navigate({ to: '/articles/$articleId', params: { articleId: id } });
    },
    { touches: [['booking', 'article']], done: t('saved') },
  );
  return (
    <FormDrawer<NewArticle>
      title={t('write')}
      name="write-article"
      {...{ open, onClose, form, change }}
      initial={{ kind: 'guide', country: 'CN', draft: true }}
      width={760}
    >
      <Form.Item name="kind" label={t('kind')} required>
        <Radio.Group options={articleKinds.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <ArticleFields />
      {mayPublish ? (
        <Form.Item name="draft" valuePropName="checked">
          <Checkbox>{t('asDraft')}</Checkbox>
        </Form.Item>
      ) : (
        <Typography.Text type="secondary">{t('draftWhy')}</Typography.Text>
      )}
    </FormDrawer>
  );
}

/** Changes what an article says. */
export function ChangeArticle({ article, open, onClose }: DrawerProps & { readonly article: Article }) {
  const t = texts.use();
  const [form] = Form.useForm<ArticleForm>();
  const { id: articleId, version, title, body, country, city } = useAsOpened(article, open);
  const change = useChange(
    (said: ArticleForm, key) =>
      answer(
        api.booking.PUT('/v1/articles/{articleId}', {
          params: { path: { articleId } },
          body: { ...said, city: said.city?.trim() ?? '' },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'article']], done: t('saved') },
  );
  return (
    <FormDrawer<ArticleForm>
      title={t('change')}
      name={`article-${articleId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ title, body, country, city }}
      width={760}
    >
      <ArticleFields />
    </FormDrawer>
  );
}

function ArticleFields() {
  const t = texts.use();
  const required = [{ required: true, whitespace: true, message: patternTexts.say('required') }];
  return (
    <>
      <LocalTextFields name="title" label={t('name')} maxLength={200} />
      <Row gutter={16}>
        <Col xs={24} sm={12}>
          <Form.Item name="country" label={t('country')} rules={required}>
            <CountrySelect />
          </Form.Item>
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item name="city" label={t('city')} extra={t('cityHint')}>
            <Input maxLength={100} />
          </Form.Item>
        </Col>
      </Row>
      {(['zh', 'en'] as const).map((language) => (
        <Form.Item
          key={language}
          name={['body', language]}
          label={`${t('body')} · ${patternTexts.say(language === 'zh' ? 'chinese' : 'english')}`}
          rules={required}
        >
          <Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} maxLength={50_000} />
        </Form.Item>
      ))}
    </>
  );
}
