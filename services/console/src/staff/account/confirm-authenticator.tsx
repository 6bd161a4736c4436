import { Flex, Form, Input, QRCode, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { NewAuthenticator } from '../../api/gen/identity.ts';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

/** The QR code for the authenticator, and the first digits it shows: only then it counts. */
export function ConfirmAuthenticator({
  authenticator,
  onConfirmed,
  onClose,
}: {
  readonly authenticator: NewAuthenticator | undefined;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<{ code: string }>();
  const change = useChange(
    async ({ code }: { code: string }, key) => {
      const body = { code: code.replaceAll(' ', '') };
      const call = api.identity.POST('/v1/me/totp/confirmation', { body, headers: changing(key) });
      onConfirmed((await answer(call)).recoveryCodes);
    },
    { touches: [['identity', 'me', 'second-factor']] },
  );
  return (
    <FormDialog
      title={t('scan')}
      deed={t('goOn')}
      draft={null}
      open={authenticator !== undefined}
      {...{ onClose, form, change }}
    >
      <Typography.Paragraph>{t('scanWhy')}</Typography.Paragraph>
      {authenticator && (
        <Flex vertical align="center" gap="small">
          <QRCode value={authenticator.uri} aria-label={t('scan')} />
          <Typography.Paragraph type="secondary">
            {t('typeIn')} <Typography.Text copyable>{authenticator.secret}</Typography.Text>
          </Typography.Paragraph>
        </Flex>
      )}
      <Form.Item name="code" label={t('code')} rules={[{ required: true, message: t('required') }]}>
        <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={7} />
      </Form.Item>
    </FormDialog>
  );
}
