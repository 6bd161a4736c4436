import { Link } from '@tanstack/react-router';
import { Empty, Table, Tooltip } from 'antd';
import type { TableColumnsType } from 'antd';
import type { Role } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { texts as names } from '../../names/texts.ts';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import type { LocalText } from '../../texts/locale.ts';
import { reachOf, services, type Reach } from './rights.ts';
import { texts } from './texts.ts';

interface Permission {
  readonly permission: string;
  readonly name: LocalText;
}

/** A service's heading, or one permission. */
type Row = { readonly key: string; readonly heading: string } | (Permission & { readonly key: string });

/** Roles × permissions. Names stay where they are while one looks along rows and columns. */
export function Matrix({
  roles,
  permissions,
  search,
}: {
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  readonly search: { readonly q?: string; readonly service?: string; readonly roles?: string };
}) {
  const t = texts.use();
  const chosen = search.roles?.split(',');
  const columns = useColumns(chosen ? roles.filter(({ code }) => chosen.includes(code)) : roles);
  const rows = rowsOf(permissions, search);
  if (rows.length === 0) return <Empty description={t('nothingFound')} />;
  return (
    <Table<Row>
      className="matrix"
      rowKey="key"
      size="small"
      bordered
      pagination={false}
      columns={columns}
      dataSource={rows}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 'max-content' }}
    />
  );
}

function rowsOf(
  permissions: readonly Permission[],
  { q, service }: { readonly q?: string; readonly service?: string },
) {
  const part = q?.toLowerCase();
  const found = permissions.filter(
    ({ permission, name }) =>
      !part || [permission, name.zh, name.en].some((text) => text.toLowerCase().includes(part)),
  );
  return services
    .filter((one) => !service || one === service)
    .flatMap((one): Row[] => {
      const own = found
        .filter(({ permission }) => permission.startsWith(`${one}.`))
        .toSorted((left, right) => left.permission.localeCompare(right.permission));
      if (own.length === 0) return [];
      return [{ key: one, heading: names.word(one) }, ...own.map((row) => ({ ...row, key: row.permission }))];
    });
}

function useColumns(roles: readonly Role[]): TableColumnsType<Row> {
  const t = texts.use();
  return [
    {
      title: t('permission'),
      key: 'permission',
      fixed: 'start',
      width: 240,
      onCell: (row) => ('heading' in row ? { colSpan: roles.length + 1, className: 'matrix-heading' } : {}),
      render: (_, row) =>
        'heading' in row ? (
          <strong>{row.heading}</strong>
        ) : (
          <Tooltip title={row.permission}>{localText(row.name)}</Tooltip>
        ),
    },
    ...roles.map((role) => ({
      key: role.code,
      title: (
        <Link to="/roles/$roleCode" params={{ roleCode: role.code }}>
          {localText(role.name)}
        </Link>
      ),
      width: 110,
      align: 'center' as const,
      onCell: (row: Row) => ('heading' in row ? { colSpan: 0 } : {}),
      render: (_: unknown, row: Row) =>
        'heading' in row ? null : <Cell reach={reachOf(role, row.permission)} />,
    })),
  ];
}

const tones: Readonly<Record<Reach, Tone>> = { own: 'over', branch: 'going', agency: 'good' };

function Cell({ reach }: { readonly reach: Reach | undefined }) {
  if (reach) return <StateTag tone={tones[reach]}>{texts.word(reach)}</StateTag>;
  return <span aria-label={texts.say('notPermitted')}>·</span>;
}
