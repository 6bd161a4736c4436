import { DownloadOutlined } from '@ant-design/icons';
import { Button, Card, Progress, Table } from 'antd';
import { instantText } from '../../format/dates.ts';
import { Waiting } from '../../patterns/loaded.tsx';
import { csvFile, saveFile } from '../../patterns/save-file.ts';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import type { Import, ImportSource } from './sources.ts';
import { texts } from './texts.ts';

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
            { title: t('state'), render: (_, row) => <HowFar row={row} /> },
            { title: t('rows'), dataIndex: 'rows', align: 'end' },
            { title: t('created'), dataIndex: 'created', align: 'end' },
            { title: t('present'), dataIndex: 'present', align: 'end' },
            { title: t('refused'), dataIndex: 'refused', align: 'end' },
            { title: t('errorFile'), render: (_, row) => (row.refused > 0 ? <Errors row={row} /> : '—') },
          ]}
        />
      )}
    </Card>
  );
}

function HowFar({ row: { state, rows, waiting, refused } }: { readonly row: Row }) {
  const t = texts.use();
  if (state === 'running')
    return (
      <Progress
        aria-label={t('running')}
        percent={rows === 0 ? 0 : Math.floor(((rows - waiting) / rows) * 100)}
        size="small"
        style={{ width: 140 }}
      />
    );
  return (
    <StateTag tone={refused > 0 ? 'waiting' : 'good'}>
      {refused > 0 ? t('withErrors') : t('finished')}
    </StateTag>
  );
}

function Errors({ row }: { readonly row: Row }) {
  const t = texts.use();
  const fetchThem = useChange(
    // The mark tells Excel that it is UTF-8.
    async (id: string) => saveFile(csvFile(await row.source.errors(id)), 'errors.csv'),
    { touches: [] },
  );
  return (
    <Button
      size="small"
      icon={<DownloadOutlined />}
      loading={fetchThem.isPending}
      onClick={() => fetchThem.mutate(row.id)}
    >
      {t('download')}
    </Button>
  );
}
