import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Table, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Access, User } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { usePermissionName } from '../../names/permissions.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { ChangeAccess } from './change-access.tsx';
import { RoleTags } from './role-tags.tsx';
import { texts } from './texts.ts';

/** What somebody may beyond their roles, until when, and what they may not although a role gives it. */
export function AccessOfUser({ user }: { readonly user: User }) {
  const t = texts.use();
  const may = useMay();
  const me = useMe().user.id;
  const [changing, setChanging] = useState(false);
  const userId = user.id;
  const query = useQuery({
    queryKey: ['identity', 'user', userId, 'grants'],
    queryFn: ({ signal }) =>
      answer(api.identity.GET('/v1/users/{userId}/grants', { params: { path: { userId } }, signal })),
  });
  const change = may('identity.user.change') && userId !== me && user.state !== 'departed' && (
    <Button onClick={() => setChanging(true)}>{t('changeAccess')}</Button>
  );
  return (
    <Card title={t('access')} extra={change}>
      <Loaded query={query}>
        {(access) => (
          <Flex vertical gap="large">
            <div>
              <Typography.Title level={3} className="part-title">
                {t('byRoles')}
              </Typography.Title>
              <RoleTags codes={access.roles} />
            </div>
            <Grants access={access} />
            <Denials access={access} />
            <ChangeAccess access={access} open={changing} onClose={() => setChanging(false)} />
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}

function Grants({ access: { grants } }: { readonly access: Access }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const nameOf = usePermissionName();
  return (
    <div>
      <Typography.Title level={3} className="part-title">
        {t('singleGrants')}
      </Typography.Title>
      <Table<Access['grants'][number]>
        rowKey={({ permission, reach }) => `${permission}:${reach}`}
        size="small"
        pagination={false}
        dataSource={grants}
        locale={{ emptyText: t('noGrants') }}
        columns={[
          { title: t('permission'), render: (_, { permission }) => nameOf(permission) },
          { title: t('reach'), render: (_, { reach }) => texts.word(reach) },
          {
            title: t('until'),
            render: (_, { until }) => (until ? instantText(until, timeZone) : t('withoutEnd')),
          },
        ]}
      />
    </div>
  );
}

function Denials({ access: { denials } }: { readonly access: Access }) {
  const t = texts.use();
  const nameOf = usePermissionName();
  return (
    <div>
      <Typography.Title level={3} className="part-title">
        {t('singleDenials')}
      </Typography.Title>
      {denials.length === 0 ? (
        <Typography.Text type="secondary">{t('noDenials')}</Typography.Text>
      ) : (
        <Flex gap={4} wrap>
          {denials.map((permission) => (
            <StateTag key={permission} tone="bad">
              {nameOf(permission)}
            </StateTag>
          ))}
        </Flex>
      )}
    </div>
  );
}
