import { useQuery } from '@tanstack/react-query';
import { Button, Card, Drawer, Flex, Tabs, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { LegalText } from '../../api/gen/identity.ts';
import { todayIn } from '../../format/dates.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useMay, useMe } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { PublishLegalText } from './publish-legal-text.tsx';
import { texts } from './texts.ts';

const kinds = ['terms', 'privacy'] as const;

/** What customers consent to, in all its versions. */
export function LegalTexts() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['identity', 'legal-text'],
    queryFn: async ({ signal }) => (await answer(api.identity.GET('/v1/legal-texts', { signal }))).legalTexts,
  });
  return (
    <Flex vertical gap="middle">
      <Typography.Text type="secondary">{t('legalWhy')}</Typography.Text>
      <Loaded query={query}>
        {(all) =>
          kinds.map((kind) => (
            <OfOneKind key={kind} kind={kind} versions={all.filter((one) => one.kind === kind)} />
          ))
        }
      </Loaded>
    </Flex>
  );
}

function OfOneKind({
  kind,
  versions,
}: {
  readonly kind: LegalText['kind'];
  readonly versions: readonly LegalText[];
}) {
  const t = texts.use();
  const may = useMay();
  const [publishing, setPublishing] = useState(false);
  const [reading, setReading] = useState<LegalText>();
  return (
    <Card
      title={t(`legal-${kind}`)}
      extra={
        may('identity.legal-text.publish') && (
          <Button onClick={() => setPublishing(true)}>{t('publishVersion')}</Button>
        )
      }
    >
      {versions.length === 0 ? (
        <Typography.Text type="secondary">{t('noLegalText')}</Typography.Text>
      ) : (
        <Versions kind={kind} versions={versions} onRead={setReading} />
      )}
      <PublishLegalText
        kind={kind}
        {...(versions[0] && { newest: versions[0] })}
        open={publishing}
        onClose={() => setPublishing(false)}
      />
      <Reading {...(reading && { text: reading })} onClose={() => setReading(undefined)} />
    </Card>
  );
}

function Versions({
  kind,
  versions,
  onRead,
}: {
  readonly kind: LegalText['kind'];
  readonly versions: readonly LegalText[];
  readonly onRead: (text: LegalText) => void;
}) {
  const t = texts.use();
  const today = todayIn(useMe().agency.timeZone);
  const current = versions.find(({ validFrom }) => validFrom <= today);
  const stateOf = (one: LegalText) => {
    if (one.validFrom > today) return <StateTag tone="waiting">{t('toCome')}</StateTag>;
    if (one.id === current?.id) return <StateTag tone="good">{t('inForce')}</StateTag>;
    return <StateTag tone="over">{t('superseded')}</StateTag>;
  };
  return (
    <Itemised
      label={t(`legal-${kind}`)}
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        { title: t('textVersion'), dataIndex: 'textVersion' },
        { title: t('validFrom'), dataIndex: 'validFrom' },
        { title: t('state'), render: (_, one) => stateOf(one) },
        {
          title: patternTexts.say('actions'),
          render: (_, one) => (
            <Button size="small" onClick={() => onRead(one)}>
              {t('read')}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** One version in both languages. */
function Reading({ text, onClose }: { readonly text?: LegalText; readonly onClose: () => void }) {
  const t = texts.use();
  const here = useLocale();
  const languages = here === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return (
    <Drawer
      title={text && `${t(`legal-${text.kind}`)} · ${text.textVersion}`}
      open={text !== undefined}
      onClose={onClose}
      size={640}
      destroyOnHidden
    >
      <Tabs
        items={languages.map((language) => ({
          key: language,
          label: patternTexts.say(language === 'zh' ? 'chinese' : 'english'),
          children: (
            <Typography.Paragraph className="long-text" lang={language === 'zh' ? 'zh-CN' : 'en'}>
              {text?.texts[language]}
            </Typography.Paragraph>
          ),
        }))}
      />
    </Drawer>
  );
}
