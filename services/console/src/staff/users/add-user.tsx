import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';
import { UserFields, type UserForm } from './user-fields.tsx';

interface AddForm extends UserForm {
  readonly userName: string;
  readonly password: string;
}

/** Adds somebody at once, with a first password that is handed over by hand. A dialog: the password must not become a draft. */
export function AddUser({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const navigate = useNavigate();
  const [form] = Form.useForm<AddForm>();
  const change = useChange(
    async ({ mobile, ...others }: AddForm, key) => {
      const body = { ...others, ...(mobile && { mobile }) };
      const { id } = await answer(api.identity.POST('/v1/users', { body, headers: changing(key) }));
      await navigate({ to: '/users/$userId', params: { userId: id } });
    },
    { touches: [['identity', 'user']], done: t('added') },
  );
  const required = [{ required: true, message: t('required') }];
  return (
    <FormDialog
      title={t('addUser')}
      draft={null}
      {...{ open, onClose, form, change }}
      initial={{ locale: 'zh' }}
    >
      <Form.Item name="userName" label={t('userName')} extra={t('userNameHint')} rules={required}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label={t('firstPassword')} extra={t('passwordHint')} rules={required}>
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <UserFields />
    </FormDialog>
  );
}
