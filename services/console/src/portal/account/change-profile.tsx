import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { SmallForm } from './small-form.tsx';
import { texts } from './texts.ts';

interface Values {
  readonly displayName: string;
  readonly mobile: string;
  readonly email: string;
  readonly locale: 'zh' | 'en';
  readonly currentPassword?: string;
}

/** Changes name and ways to reach somebody. @param onEmail told when another e-mail address is to be confirmed */
export function ChangeProfile({
  onEmail,
  onClose,
}: {
  readonly onEmail: () => void;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  // What is read anew behind the form was not in it.
  const { user, version } = useAsOpened(useMe(), true);
  const [form] = Form.useForm<Values>();
  const newAddress = Form.useWatch('email', form);
  const change = useChange(
    async ({ email, currentPassword, mobile, ...values }: Values, key) => {
      const moved = email.trim() !== user.email;
      const proof = moved ? { email: email.trim(), ...(currentPassword && { currentPassword }) } : {};
      const body = { ...values, mobile: mobile.trim() || null, ...proof };
      await answer(api.identity.PATCH('/v1/me', { body, headers: changing(key, version) }));
      if (moved) onEmail();
    },
    { touches: [['identity', 'me']], done: t('changed') },
  );
  const needed = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <SmallForm
      form={form}
      change={change}
      initial={{
        displayName: user.displayName,
        mobile: user.mobile ?? '',
        email: user.email,
        locale: user.locale,
      }}
      onDone={onClose}
      onCancel={onClose}
    >
      <Form.Item name="displayName" label={t('displayName')} rules={needed}>
        <Input size="large" autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item name="mobile" label={t('mobile')}>
        <Input size="large" type="tel" autoComplete="tel" maxLength={30} />
      </Form.Item>
      <Form.Item name="email" label={t('email')} extra={t('emailHint')} rules={needed}>
        <Input size="large" type="email" autoComplete="email" maxLength={200} />
      </Form.Item>
      {newAddress !== undefined && newAddress.trim() !== user.email && (
        <Form.Item name="currentPassword" label={t('currentPassword')} rules={needed}>
          <Input.Password size="large" autoComplete="current-password" maxLength={200} />
        </Form.Item>
      )}
      <Form.Item name="locale" label={t('locale')}>
        <select className="native-select">
          <option value="zh">{t('zh')}</option>
          <option value="en">{t('en')}</option>
        </select>
      </Form.Item>
    </SmallForm>
  );
}
