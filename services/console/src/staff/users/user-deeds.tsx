import { Button, Form, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { User } from '../../api/gen/identity.ts';
import { StaffInput } from '../../names/staff.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { texts } from './texts.ts';
import { BranchField, RolesField } from './user-fields.tsx';

const touches = [['identity', 'user']];

/** What can be done with an account; nobody does it to themselves, and who has departed stays departed. */
export function UserDeeds({ user }: { readonly user: User }) {
  const may = useMay();
  const me = useMe().user.id;
  if (!may('identity.user.change') || user.id === me || user.state === 'departed') return null;
  return (
    <>
      {user.account !== 'client' && <ChangeRoles user={user} />}
      {user.account !== 'client' && <ChangeBranch user={user} />}
      <SuspendOrActivate user={user} />
      {user.account === 'staff' && <Depart user={user} />}
    </>
  );
}

const at = ({ id: userId, version }: User, key: string) => ({
  params: { path: { userId } },
  headers: changing(key, version),
});

function ChangeRoles({ user: shown }: { readonly user: User }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const user = useAsOpened(shown, open);
  const [form] = Form.useForm<{ roles: string[] }>();
  const change = useChange(
    (body: { roles: string[] }, key) =>
      answer(api.identity.PUT('/v1/users/{userId}/roles', { ...at(user, key), body })),
    { touches, done: t('saved') },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('changeRoles')}</Button>
      <FormDialog
        title={t('changeRoles')}
        draft={{ name: `roles-${user.id}`, version: user.version }}
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
        initial={{ roles: user.roles }}
      >
        <RolesField />
      </FormDialog>
    </>
  );
}

function ChangeBranch({ user: shown }: { readonly user: User }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const user = useAsOpened(shown, open);
  const [form] = Form.useForm<{ branchId: string }>();
  const change = useChange(
    (body: { branchId: string }, key) =>
      answer(api.identity.PUT('/v1/users/{userId}/branch', { ...at(user, key), body })),
    { touches, done: t('saved') },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('changeBranch')}</Button>
      <FormDialog
        title={t('changeBranch')}
        draft={{ name: `branch-of-${user.id}`, version: user.version }}
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
        initial={{ branchId: user.branchId }}
      >
        <BranchField />
      </FormDialog>
    </>
  );
}

function SuspendOrActivate({ user }: { readonly user: User }) {
  const t = texts.use();
  const { active, displayName: name, version } = user;
  const change = useChange(
    (wanted: Pick<User, 'active' | 'version'>, key) =>
      answer(
        api.identity.PUT('/v1/users/{userId}/active', {
          ...at({ ...user, version: wanted.version }, key),
          body: { active: wanted.active },
        }),
      ),
    { touches, done: t('saved') },
  );
  return (
    <Confirm
      label={t(active ? 'suspend' : 'activate')}
      why={t(active ? 'suspendWhy' : 'activateWhy', { name })}
      input={{ active: !active, version }}
      change={change}
      danger={active}
    />
  );
}

function Depart({ user: shown }: { readonly user: User }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const user = useAsOpened(shown, open);
  const [form] = Form.useForm<{ successorId: string }>();
  const change = useChange(
    (body: { successorId: string }, key) =>
      answer(api.identity.POST('/v1/users/{userId}/departure', { ...at(user, key), body })),
    { touches, done: t('hasDeparted') },
  );
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('depart')}
      </Button>
      <FormDialog
        title={`${t('depart')} · ${user.displayName}`}
        deed={t('depart')}
        draft={{ name: `depart-${user.id}`, version: user.version }}
        danger
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
      >
        <Typography.Paragraph>{t('departWhy')}</Typography.Paragraph>
        <Form.Item
          name="successorId"
          label={t('successor')}
          rules={[{ required: true, message: t('required') }]}
        >
          <StaffInput without={[user.id]} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
