import { Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { NewAuthenticator } from '../../api/gen/identity.ts';
import { useChange } from '../../patterns/use-change.ts';
import { RecoveryCodes } from '../../session/sign-in/enrolment-step.tsx';
import { CurrentPassword } from './prove-password.tsx';
import { SmallForm } from './small-form.tsx';
import { texts } from './texts.ts';

export { RecoveryCodes as KeepCodes };

/** Sets up an authenticator: the password, the QR code with its first digits, then the recovery codes. */
export function TurnOn({
  onCodes,
  onCancel,
}: {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const t = texts.use();
  const [authenticator, setAuthenticator] = useState<NewAuthenticator>();
  const [form] = Form.useForm<{ readonly password: string }>();
  const begin = useChange(
    async (body: { readonly password: string }, key) =>
      setAuthenticator(await answer(api.identity.POST('/v1/me/totp', { body, headers: changing(key) }))),
    { touches: [] },
  );
  if (authenticator) return <FirstCode {...{ authenticator, onCodes, onCancel }} />;
  return (
    <SmallForm form={form} change={begin} save={t('goOn')} onDone={() => undefined} onCancel={onCancel}>
      <CurrentPassword />
    </SmallForm>
  );
}

function FirstCode({
  authenticator: { uri, secret },
  onCodes,
  onCancel,
}: {
  readonly authenticator: NewAuthenticator;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<{ readonly code: string }>();
  const confirm = useChange(
    async ({ code }: { readonly code: string }, key) => {
      const body = { code: code.trim() };
      const headers = changing(key);
      onCodes((await answer(api.identity.POST('/v1/me/totp/confirmation', { body, headers }))).recoveryCodes);
    },
    { touches: [['identity', 'me', 'second-factor']] },
  );
  return (
    <SmallForm form={form} change={confirm} save={t('turnOn')} onDone={() => undefined} onCancel={onCancel}>
      <p>{t('scan')}</p>
      <QRCode value={uri} />
      <p className="quiet">
        {t('secret')}: <code>{secret}</code>
      </p>
      <Form.Item name="code" label={t('code')} rules={[{ required: true, message: t('required') }]}>
        <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
      </Form.Item>
    </SmallForm>
  );
}
