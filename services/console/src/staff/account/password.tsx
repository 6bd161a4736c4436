import { Button, Card, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface PasswordForm {
  readonly currentPassword: string;
  readonly password: string;
  readonly passwordAgain: string;
}

/** Another password; all other sessions end with it. */
export function Password() {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<PasswordForm>();
  const change = useChange(
    (body: PasswordForm, key) =>
      answer(api.identity.PUT('/v1/me/password', { body, headers: changing(key) })),
    { touches: [['identity', 'session']], done: t('passwordChanged') },
  );
  const rules = [{ required: true, message: t('required') }];
  return (
    <Card title={t('password')} extra={<Button onClick={() => setOpen(true)}>{t('changePassword')}</Button>}>
      <Typography.Text type="secondary">{t('passwordWhy')}</Typography.Text>
      <FormDialog
        title={t('changePassword')}
        draft={null}
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
      >
        <Form.Item name="currentPassword" label={t('currentPassword')} rules={rules}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item name="password" label={t('newPassword')} extra={t('passwordHint')} rules={rules}>
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="passwordAgain"
          label={t('passwordAgain')}
          dependencies={['password']}
          rules={[
            ...rules,
            ({ getFieldValue }) => ({
              validator: (_rule, again: unknown) =>
                !again || again === getFieldValue('password')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('passwordsDiffer'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
      </FormDialog>
    </Card>
  );
}
