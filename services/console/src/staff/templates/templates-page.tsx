import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { answer, api } from '../../api/client.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { templateNames } from '../messages/template-names.ts';
import { texts } from './texts.ts';

/** What letters and messages say, in both languages. */
export function TemplatesPage() {
  const t = texts.use();
  templateNames.use();
  const query = useQuery({
    queryKey: ['notifications', 'template'],
    queryFn: async ({ signal }) =>
      (await answer(api.notifications.GET('/v1/templates', { signal }))).templates,
  });
  return (
    <Page title={t('title')}>
      <Card>
        <Loaded query={query}>
          {(templates) => (
            <Itemised
              label={t('title')}
              rows={templates.filter(({ locale }) => locale === 'zh')}
              rowKey={({ key }) => key}
              columns={[
                { title: t('name'), render: (_, { key }) => templateNames.word(key) },
                { title: t('channel'), render: (_, { channel }) => texts.word(channel) },
                ...(['zh', 'en'] as const).map((locale) => ({
                  title: t(locale),
                  render: (_: unknown, { key }: { readonly key: string }) => (
                    <Link to="/templates/$key/$locale" params={{ key, locale }}>
                      {versionText(
                        templates.find((one) => one.key === key && one.locale === locale)?.version ?? 1,
                      )}
                    </Link>
                  ),
                })),
              ]}
            />
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

const versionText = (version: number): string =>
  version === 1 ? texts.say('builtIn') : texts.say('version', { version });
