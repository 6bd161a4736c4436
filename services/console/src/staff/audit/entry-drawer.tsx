import { Drawer, Flex, Table, Typography } from 'antd';
import type { AuditEntry } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName } from '../../names/names.tsx';
import { usePermissionName } from '../../names/permissions.tsx';
import { useMe } from '../../session/me.ts';
import { Actor } from './actor.tsx';
import { actionText } from './actions.ts';
import { texts as objectTypes } from './object-types.ts';
import { texts } from './texts.ts';

/** One entry: what the record was before and after. Personal values were masked before they came here. */
export function EntryDrawer({
  entry,
  onClose,
}: {
  readonly entry: AuditEntry | undefined;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  return (
    <Drawer title={t('entry')} open={entry !== undefined} onClose={onClose} size={720} destroyOnHidden>
      {entry && <Entry entry={entry} />}
    </Drawer>
  );
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const nameOf = usePermissionName();
  const facts = [
    [t('when'), instantText(entry.occurredAt, timeZone)],
    [t('who'), <Actor key="who" actor={entry.actor} />],
    [t('action'), actionText(entry.action, nameOf)],
    [t('change'), texts.word(entry.change)],
    [t('branch'), entry.branchId ? <BranchName key="branch" id={entry.branchId} /> : '—'],
    [t('objectType'), objectTypes.word(entry.objectType)],
    [t('objectId'), <Code key="object" of={entry.objectId} />],
    [t('address'), entry.remoteAddress ?? '—'],
    [t('trace'), entry.traceId ? <Code key="trace" of={entry.traceId} /> : '—'],
    [t('sequence'), entry.sequence],
    [t('hash'), <Code key="hash" of={entry.hash} />],
  ] as const;
  return (
    <Flex vertical gap="middle">
      <dl className="facts-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Differences before={entry.before} after={entry.after} />
    </Flex>
  );
}

const Code = ({ of }: { readonly of: string }) => (
  <Typography.Text code copyable className="wrap-anywhere">
    {of}
  </Typography.Text>
);

interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

function Differences({ before, after }: Pick<AuditEntry, 'before' | 'after'>) {
  const t = texts.use();
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].toSorted();
  if (fields.length === 0) return <Typography.Text type="secondary">{t('noValues')}</Typography.Text>;
  const rows = fields.map((field) => ({
    field,
    before: valueText(before?.[field]),
    after: valueText(after?.[field]),
  }));
  const changed = ({ before: one, after: other }: Difference) => (one === other ? '' : 'changed-value');
  return (
    <Table<Difference>
      rowKey="field"
      size="small"
      pagination={false}
      dataSource={rows}
      rowClassName={changed}
      columns={[
        { title: t('field'), dataIndex: 'field' },
        { title: t('before'), dataIndex: 'before', className: 'wrap-anywhere' },
        { title: t('after'), dataIndex: 'after', className: 'wrap-anywhere' },
      ]}
    />
  );
}

const valueText = (value: unknown): string => {
  if (value === undefined || value === null) return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
};
