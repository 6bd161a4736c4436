import { Card, Table } from 'antd';
import { instantText } from '../../format/dates.ts';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Waiting } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { HowFar } from './how-far.tsx';
import { importsRoute } from './routes.ts';
import type { Import, ImportSource } from './sources.ts';
import { texts } from './texts.ts';
import '../../patterns/tables.css';

export type Row = Import & { readonly source: ImportSource };

/** Imports, the newest first, and how far they are. */
export function ImportTable({ rows, waiting }: { readonly rows: readonly Row[]; readonly waiting: boolean }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Card title={t('past')}>
      {waiting ? (
        <Waiting lines={3} />
      ) : (
        <Table<Row>
          rowKey="id"
          size="small"
          pagination={false}
          dataSource={rows}
          {...(rows.length > 0 && { scroll: { x: 'max-content' } })}
          locale={{ emptyText: t('none') }}
          columns={[
            { title: t('when'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
            { title: t('kind'), render: (_, { kind }) => texts.word(kind) },
            { title: t('run'), render: (_, { dryRun }) => (dryRun ? t('trial') : t('forReal')) },
            { title: t('state'), render: (_, row) => <HowFar one={row} /> },
            { title: t('rows'), dataIndex: 'rows', align: 'end' },
            { title: t('created'), dataIndex: 'created', align: 'end' },
            { title: t('present'), dataIndex: 'present', align: 'end' },
            { title: t('refused'), dataIndex: 'refused', align: 'end' },
            { title: t('outcome'), render: (_, { id }) => <Look importId={id} /> },
          ]}
        />
      )}
    </Card>
  );
}

function Look({ importId }: { readonly importId: string }) {
  const t = texts.use();
  const { kind } = importsRoute.useSearch();
  return (
    <LinkButton size="small" to="/imports" search={{ ...(kind !== undefined && { kind }), import: importId }}>
      {t('look')}
    </LinkButton>
  );
}
