import { FilterOutlined } from '../../patterns/icons.tsx';
import { Input, Select, Table } from 'antd';
import { useState } from 'react';
import { inBrackets } from '../../format/names.ts';
import type { Role } from '../../api/gen/identity.ts';
import { usePermissionNames } from '../../names/roles.tsx';
import { permissionText } from '../../names/permissions.tsx';
import { texts as names } from '../../names/texts.ts';
import { reachOf, type Reach } from './rights.ts';
import { texts } from './texts.ts';

type Grants = Role['grants'];

/**
 * A field for what a role permits: each permission with its reach, or none. Patterns of a copied role are told by what they cover; once one of these
 * permissions is changed the pattern is written out.
 */
export function GrantsInput({
  value = [],
  onChange,
  id,
}: {
  readonly value?: Grants;
  readonly onChange?: (grants: Grants) => void;
  readonly id?: string;
}) {
  const t = texts.use();
  const [part, setPart] = useState('');
  const permissions = usePermissionNames().data ?? [];
  const choose = (permission: string, reach: Reach | undefined) => {
    const written = permissions.flatMap((one): Grants => {
      const at = one.permission === permission ? reach : reachOf({ grants: value }, one.permission);
      return at ? [{ permission: one.permission, reach: at }] : [];
    });
    onChange?.(written);
  };
  const sought = part.toLowerCase();
  const rows = permissions.filter(({ permission, name }) =>
    [permission, name.zh, name.en].some((text) => text.toLowerCase().includes(sought)),
  );
  return (
    <div id={id}>
      <Input
        prefix={<FilterOutlined />}
        aria-label={t('filterPermissions')}
        placeholder={t('filterPermissions')}
        value={part}
        onChange={(event) => setPart(event.target.value)}
        style={{ marginBottom: 8 }}
      />
      <GrantTable rows={rows} grants={value} onChoose={choose} />
    </div>
  );
}

function GrantTable({
  rows,
  grants,
  onChoose,
}: {
  readonly rows: NonNullable<ReturnType<typeof usePermissionNames>['data']>;
  readonly grants: Grants;
  readonly onChoose: (permission: string, reach: Reach | undefined) => void;
}) {
  const t = texts.use();
  return (
    <Table
      rowKey="permission"
      size="small"
      dataSource={rows}
      pagination={{ pageSize: 20, showSizeChanger: false, size: 'small' }}
      columns={[
        {
          title: t('permission'),
          render: (_, { permission, name }) =>
            `${permissionText(name)}${inBrackets(names.word(permission.split('.')[0] ?? ''))}`,
        },
        {
          title: t('reach'),
          width: 150,
          render: (_, { permission, name }) => (
            <Select<Reach | 'none'>
              aria-label={permissionText(name)}
              size="small"
              value={reachOf({ grants }, permission) ?? 'none'}
              options={(['none', 'own', 'branch', 'agency'] as const).map((reach) => ({
                value: reach,
                label: t(reach),
              }))}
              onChange={(reach) => onChoose(permission, reach === 'none' ? undefined : reach)}
              style={{ width: '100%' }}
            />
          ),
        },
      ]}
    />
  );
}
