import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Select, Tag } from 'antd';
import { useState } from 'react';
import type { TemplateDetail } from '../../api/gen/notifications.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { templateNames } from '../messages/template-names.ts';
import { EditTemplate } from './edit-template.tsx';
import { Letter } from './letter.tsx';
import { templateRoute } from './routes.ts';
import { pathOf, previewQuery, templateQuery, versionQuery } from './template-queries.ts';
import { texts } from './texts.ts';

/** One template in one language: what it says, with which variables, and what it said before. */
export function TemplatePage() {
  const query = useQuery(templateQuery(pathOf(templateRoute.useParams())));
  return <Loaded query={query}>{(template) => <OneTemplate template={template} />}</Loaded>;
}

interface Of {
  readonly template: TemplateDetail;
}

function OneTemplate({ template }: Of) {
  const t = texts.use();
  templateNames.use();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { key, locale, version } = template;
  const preview = useQuery(previewQuery(pathOf(template), version));
  return (
    <Page
      title={templateNames.word(key)}
      tags={<Tag>{version === 1 ? t('builtIn') : t('version', { version })}</Tag>}
      subtitle={`${texts.word(locale)} · ${texts.word(template.channel)}`}
      actions={
        <>
          <LinkButton to="/templates/$key/$locale" params={{ key, locale: locale === 'zh' ? 'en' : 'zh' }}>
            {t(locale === 'zh' ? 'toEnglish' : 'toChinese')}
          </LinkButton>
          {may('notifications.template.edit') && (
            <Button type="primary" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )}
        </>
      }
    >
      <Flex vertical gap="middle">
        <Card title={t('preview')}>
          <Loaded query={preview}>{(letter) => <Letter letter={letter} />}</Loaded>
        </Card>
        <Card title={t('variables')}>
          <Variables template={template} />
        </Card>
        {version > 1 && (
          <Card title={t('versions')}>
            <Versions template={template} />
          </Card>
        )}
      </Flex>
      <EditTemplate template={template} open={editing} onClose={() => setEditing(false)} />
    </Page>
  );
}

function Variables({ template }: Of) {
  const t = texts.use();
  return (
    <Itemised
      label={t('variables')}
      rows={Object.entries(template.variables)}
      rowKey={([name]) => name}
      columns={[
        { title: t('variable'), render: (_, [name]) => <code>{`{{${name}}}`}</code> },
        {
          title: t('sample'),
          render: (_, [, sample]) => <div className="long-text">{sampleText(sample)}</div>,
        },
      ]}
    />
  );
}

const sampleText = (sample: unknown): string =>
  typeof sample === 'string' ? sample : JSON.stringify(sample);

/** What it said before. */
function Versions({ template }: Of) {
  const t = texts.use();
  const [chosen, setChosen] = useState(template.version - 1);
  const query = useQuery(versionQuery(pathOf(template), chosen));
  const options = Array.from({ length: template.version }, (_, index) => template.version - index);
  return (
    <Flex vertical gap="middle">
      <Select
        aria-label={t('versions')}
        value={chosen}
        onChange={setChosen}
        options={options.map((version) => ({
          value: version,
          label: [
            t('version', { version }),
            version === 1 && t('builtIn'),
            version === template.version && t('current'),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
        style={{ width: 220 }}
      />
      <Loaded query={query}>
        {({ subject, text }) => <pre className="letter-text">{`${subject}\n\n${text}`}</pre>}
      </Loaded>
    </Flex>
  );
}
