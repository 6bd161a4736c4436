import { Form, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';
import { UserFields, type UserForm } from './user-fields.tsx';

/** Invites somebody by e-mail: they choose their user name and password themselves. */
export function InviteUser({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const [form] = Form.useForm<UserForm>();
  const change = useChange(
    ({ mobile, ...others }: UserForm, key) =>
      answer(
        api.identity.POST('/v1/invitations', {
          body: { ...others, ...(mobile && { mobile }) },
          headers: changing(key),
        }),
      ),
    { touches: [['identity', 'invitation']], done: t('invited') },
  );
  return (
    <FormDrawer
      title={t('invite')}
      action={t('invite')}
      name="invite-user"
      {...{ open, onClose, form, change }}
      initial={{ locale: 'zh' }}
    >
      <Typography.Paragraph type="secondary">{t('inviteWhy')}</Typography.Paragraph>
      <UserFields />
    </FormDrawer>
  );
}
