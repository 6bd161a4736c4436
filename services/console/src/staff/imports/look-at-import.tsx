import { DownloadOutlined } from '../../patterns/icons.tsx';
import { Button, Drawer, Flex } from 'antd';
import { instantText } from '../../format/dates.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { csvFile, saveFile } from '../../patterns/save-file.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { HowFar } from './how-far.tsx';
import type { Row } from './import-table.tsx';
import { ImportRows } from './import-rows.tsx';
import { texts } from './texts.ts';

/** One import: how far it is, what became of each row; it can be stopped. */
export function LookAtImport({
  row,
  onClose,
}: {
  readonly row: Row | undefined;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  return (
    <Drawer
      title={row ? `${texts.word(row.kind)} · ${row.dryRun ? t('trial') : t('forReal')}` : ''}
      open={row !== undefined}
      onClose={onClose}
      size={720}
      destroyOnHidden
    >
      {row && <Look row={row} />}
    </Drawer>
  );
}

function Look({ row }: { readonly row: Row }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Flex vertical gap="middle">
      <Facts
        of={[
          [t('when'), instantText(row.createdAt, timeZone)],
          [t('state'), <HowFar key="state" one={row} />],
          [t('rows'), row.rows],
          [t(row.dryRun ? 'wouldCreate' : 'created'), row.created],
          [t(row.kind === 'customers' ? 'rowDuplicate' : 'rowPresent'), row.present],
          [t('refused'), row.refused],
          ...(row.state === 'cancelled' ? [[t('leftOut'), row.waiting] as const] : []),
        ]}
      />
      <Deeds row={row} />
      <ImportRows row={row} />
    </Flex>
  );
}

function Deeds({ row }: { readonly row: Row }) {
  const t = texts.use();
  const may = useMay();
  const fetchErrors = useChange(
    // The mark tells Excel that it is UTF-8.
    async (id: string) => saveFile(csvFile(await row.source.errors(id)), 'errors.csv'),
    { touches: [] },
  );
  const cancel = useChange(
    // It goes on while one is asked: it is stopped wherever it is by then.
    (id: string, key) => row.source.cancel({ id, version: row.version }, key),
    {
      touches: [[row.source.service, 'import']],
      done: t('stopped'),
    },
  );
  return (
    <>
      <ProblemAlert problem={fetchErrors.error} />
      <Flex gap="small" wrap>
        {row.refused + row.present > 0 && (
          <Button
            icon={<DownloadOutlined />}
            loading={fetchErrors.isPending}
            onClick={() => fetchErrors.mutate(row.id)}
          >
            {t('errorFile')}
          </Button>
        )}
        {row.state === 'running' && may(row.source.start) && (
          <Confirm label={t('stop')} why={t('stopWhy')} input={row.id} change={cancel} danger />
        )}
      </Flex>
    </>
  );
}
