import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { useChange } from '../../patterns/use-change.ts';
import { SmallForm } from './small-form.tsx';
import { texts } from './texts.ts';

interface Proof {
  readonly password: string;
}

const touches = [['identity', 'me', 'second-factor']];

/** Asks for the password once more. */
export function CurrentPassword() {
  const t = texts.use();
  return (
    <Form.Item
      name="password"
      label={t('currentPassword')}
      rules={[{ required: true, message: t('required') }]}
    >
      <Input.Password size="large" autoComplete="current-password" maxLength={200} />
    </Form.Item>
  );
}

/** Ends the second step. */
export function TurnOff({ onDone }: { readonly onDone: () => void }) {
  const t = texts.use();
  const [form] = Form.useForm<Proof>();
  const change = useChange(
    (body: Proof, key) => answer(api.identity.POST('/v1/me/totp/removal', { body, headers: changing(key) })),
    { touches, done: t('turnedOff') },
  );
  return (
    <SmallForm form={form} change={change} save={t('turnOff')} onDone={onDone} onCancel={onDone}>
      <CurrentPassword />
    </SmallForm>
  );
}

/** Recovery codes anew: those of before are void. */
export function NewCodes({
  onCodes,
  onCancel,
}: {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<Proof>();
  const change = useChange(
    async (body: Proof, key) => {
      const headers = changing(key);
      onCodes((await answer(api.identity.POST('/v1/me/recovery-codes', { body, headers }))).recoveryCodes);
    },
    { touches },
  );
  return (
    <SmallForm form={form} change={change} save={t('newCodes')} onDone={() => undefined} onCancel={onCancel}>
      <CurrentPassword />
    </SmallForm>
  );
}
