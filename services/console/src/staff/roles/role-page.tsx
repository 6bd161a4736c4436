import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Flex, Form, Table, Tag } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Role } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { usePermissionName } from '../../names/permissions.tsx';
import { useRoles } from '../../names/roles.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { LocalTextFields } from '../../patterns/local-text-fields.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { NotFound } from '../not-found.tsx';
import { CopyRole } from './copy-role.tsx';
import { RequiredCourses } from './required-courses.tsx';
import { GrantsInput } from './role-fields.tsx';
import { roleRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One role: what it permits, and which courses it asks for. */
export function RolePage() {
  const { roleCode } = roleRoute.useParams();
  return (
    <Loaded query={useRoles()}>
      {(roles) => {
        const role = roles.find(({ code }) => code === roleCode);
        return role ? <OneRole key={role.code} role={role} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function OneRole({ role }: { readonly role: Role }) {
  const t = texts.use();
  const nameOf = usePermissionName();
  return (
    <Page
      title={localText(role.name)}
      tags={<Tag>{role.builtIn ? t('builtIn') : t('ownRole')}</Tag>}
      subtitle={role.code}
      actions={<Deeds role={role} />}
    >
      <Flex vertical gap="middle">
        <Card title={t('permits')}>
          <Table<Role['grants'][number]>
            rowKey={({ permission, reach }) => `${permission}:${reach}`}
            size="small"
            pagination={false}
            dataSource={role.grants}
            columns={[
              { title: t('permission'), render: (_, { permission }) => nameOf(permission) },
              { title: t('reach'), render: (_, { reach }) => texts.word(reach) },
            ]}
          />
        </Card>
        <RequiredCourses roleCode={role.code} />
      </Flex>
    </Page>
  );
}

function Deeds({ role }: { readonly role: Role }) {
  const t = texts.use();
  const may = useMay();
  const [open, setOpen] = useState<'copy' | 'change'>();
  if (!may('identity.role.change')) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      <Button onClick={() => setOpen('copy')}>{t('copy')}</Button>
      <CopyRole open={open === 'copy'} onClose={close} copyOf={role.code} />
      {!role.builtIn && (
        <>
          <Button onClick={() => setOpen('change')}>{t('change')}</Button>
          <ChangeRole role={role} open={open === 'change'} onClose={close} />
          <RemoveRole role={role} />
        </>
      )}
    </>
  );
}

type RoleValues = Pick<Role, 'name' | 'grants'>;

function ChangeRole({
  role: shown,
  open,
  onClose,
}: {
  readonly role: Role;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const role = useAsOpened(shown, open);
  const [form] = Form.useForm<RoleValues>();
  const change = useChange(
    (body: RoleValues, key) =>
      answer(
        api.identity.PUT('/v1/roles/{roleCode}', {
          params: { path: { roleCode: role.code } },
          body,
          headers: changing(key, role.version ?? undefined),
        }),
      ),
    { touches: [['identity', 'role']], done: t('saved') },
  );
  return (
    <FormDrawer
      title={t('change')}
      name={`role-${role.code}`}
      version={role.version ?? undefined}
      {...{ open, onClose, form, change }}
      initial={{ name: role.name, grants: role.grants }}
      width={720}
    >
      <LocalTextFields name="name" label={t('name')} />
      <Form.Item name="grants" label={t('permits')}>
        <GrantsInput />
      </Form.Item>
    </FormDrawer>
  );
}

function RemoveRole({ role }: { readonly role: Role }) {
  const t = texts.use();
  const navigate = useNavigate();
  const change = useChange(
    async (roleCode: string, key) => {
      const headers = changing(key, role.version ?? undefined);
      await answer(api.identity.DELETE('/v1/roles/{roleCode}', { params: { path: { roleCode } }, headers }));
      await navigate({ to: '/roles' });
    },
    { touches: [['identity', 'role']], done: t('removed') },
  );
  return (
    <Confirm
      label={t('remove')}
      why={t('removeWhy', { name: localText(role.name) })}
      input={role.code}
      change={change}
      danger
    />
  );
}
