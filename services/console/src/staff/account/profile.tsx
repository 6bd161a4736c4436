import { Button, Card, Form, Input, Select, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import { BranchName } from '../../names/names.tsx';
import { RoleName } from '../../names/roles.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { chooseLocale } from '../../texts/locale.ts';
import { texts } from './texts.ts';

/** Name, addresses and language. */
export function Profile() {
  const t = texts.use();
  const { user } = useMe();
  const [changing, setChanging] = useState(false);
  return (
    <Card title={t('profile')} extra={<Button onClick={() => setChanging(true)}>{t('change')}</Button>}>
      <Facts
        of={[
          [t('name'), user.displayName],
          [t('userName'), user.userName],
          [t('email'), user.email],
          [t('mobile'), user.mobile],
          [t('language'), texts.word(user.locale)],
          [t('branch'), <BranchName key="branch" id={user.branchId} />],
          [t('roles'), <Roles key="roles" codes={user.roles} />],
        ]}
      />
      <ChangeProfile open={changing} onClose={() => setChanging(false)} />
    </Card>
  );
}

function Roles({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul className="plain-list bare">
      {codes.map((code) => (
        <li key={code}>
          <RoleName code={code} />
        </li>
      ))}
    </ul>
  );
}

interface ProfileForm {
  readonly displayName: string;
  readonly email: string;
  readonly mobile: string | null;
  readonly locale: 'zh' | 'en';
  readonly currentPassword?: string;
}

/** A dialog: it may ask for the password. The language is switched at once, here too. */
function ChangeProfile({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const user = useAsOpened(useMe().user, open);
  const [form] = Form.useForm<ProfileForm>();
  const change = useChange(
    async ({ email, mobile, currentPassword, ...others }: ProfileForm, key) => {
      const body = {
        ...others,
        mobile: mobile?.trim() || null,
        ...(email !== user.email && { email, ...(currentPassword && { currentPassword }) }),
      };
      const changed = await answer(
        api.identity.PATCH('/v1/me', { body, headers: changing(key, user.version) }),
      );
      await chooseLocale(changed.locale);
    },
    {
      touches: [
        ['identity', 'me'],
        ['identity', 'user'],
      ],
      done: t('saved'),
    },
  );
  const { displayName, email, mobile, locale } = user;
  return (
    <FormDialog
      title={t('change')}
      draft={null}
      {...{ open, onClose, form, change }}
      initial={{ displayName, email, mobile, locale }}
    >
      <ProfileFields email={email} />
    </FormDialog>
  );
}

function ProfileFields({ email }: { readonly email: string }) {
  const t = texts.use();
  const rules = [{ required: true, message: t('required') }];
  const entered = Form.useWatch<string | undefined>('email');
  return (
    <>
      <Form.Item name="displayName" label={t('name')} rules={rules}>
        <Input maxLength={100} autoComplete="name" />
      </Form.Item>
      <Form.Item name="mobile" label={t('mobile')}>
        <Input type="tel" maxLength={30} autoComplete="tel" />
      </Form.Item>
      <Form.Item name="locale" label={t('language')} rules={rules}>
        <Select options={(['zh', 'en'] as const).map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="email" label={t('email')} rules={rules}>
        <Input type="email" maxLength={254} autoComplete="email" />
      </Form.Item>
      {entered !== undefined && entered !== email && (
        <>
          <Typography.Paragraph type="secondary">{t('emailWhy')}</Typography.Paragraph>
          <Form.Item name="currentPassword" label={t('currentPassword')}>
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
        </>
      )}
    </>
  );
}
