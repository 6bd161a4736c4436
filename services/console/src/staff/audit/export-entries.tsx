import { DownloadOutlined } from '../../patterns/icons.tsx';
import { Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { saveFile } from '../../patterns/save-file.ts';
import type { ListSearch } from '../../patterns/list-search.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { askedOf, type Name } from './asked.ts';
import { texts } from './texts.ts';

/** What the filters find as a file; that it was exported is recorded, too. */
export function ExportEntries({ search }: { readonly search: ListSearch<Name> }) {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  const change = useChange(
    async (asked: ListSearch<Name>, key) => {
      const body = askedOf(asked, timeZone);
      const call = api.identity.POST('/v1/audit-exports', { body, headers: changing(key), parseAs: 'text' });
      saveFile(new Blob([await answer(call)], { type: 'text/csv' }), 'audit.csv');
    },
    { touches: [['identity', 'audit']], done: t('exported') },
  );
  if (!may('identity.audit.export')) return null;
  return (
    <Confirm
      label={t('export')}
      why={<Typography.Paragraph>{t('exportWhy')}</Typography.Paragraph>}
      input={search}
      change={change}
      button={{ icon: <DownloadOutlined /> }}
    />
  );
}
