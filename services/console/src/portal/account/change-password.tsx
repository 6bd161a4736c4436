import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { useChange } from '../../patterns/use-change.ts';
import { SmallForm } from './small-form.tsx';
import { texts } from './texts.ts';

interface Values {
  readonly currentPassword: string;
  readonly password: string;
  readonly passwordAgain: string;
}

/** Asks for the password of now and the next one, twice. */
export function ChangePassword({ onClose }: { readonly onClose: () => void }) {
  const t = texts.use();
  const [form] = Form.useForm<Values>();
  const change = useChange(
    (body: Values, key) => answer(api.identity.PUT('/v1/me/password', { body, headers: changing(key) })),
    { touches: [['identity', 'session']], done: t('passwordChanged') },
  );
  const same = (_rule: unknown, again: unknown) =>
    again === form.getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('differ')));
  return (
    <SmallForm form={form} change={change} onDone={onClose} onCancel={onClose}>
      <Form.Item
        name="currentPassword"
        label={t('currentPassword')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Input.Password size="large" autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('newPassword')}
        extra={t('passwordHint')}
        rules={[{ required: true, min: 10, message: t('passwordHint') }]}
      >
        <Input.Password size="large" autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="passwordAgain"
        label={t('again')}
        dependencies={['password']}
        rules={[{ validator: same }]}
      >
        <Input.Password size="large" autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </SmallForm>
  );
}
