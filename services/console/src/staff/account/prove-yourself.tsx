import { Form, Input, Typography } from 'antd';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import type { useChange } from '../../patterns/use-change.ts';
import type { Proof } from '../../session/passkeys/add-passkey.ts';
import { texts } from './texts.ts';

/** Only what was entered: an empty password is none. */
export const given = ({ password }: Proof): Proof => (password ? { password } : {});

/** Asks for the password before the ways of signing in are changed. */
export function ProveYourself({
  title,
  why,
  open,
  onClose,
  change,
  danger = false,
}: {
  readonly title: string;
  readonly why: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly change: Pick<
    ReturnType<typeof useChange<Proof, unknown>>,
    'mutateAsync' | 'error' | 'isPending' | 'reset'
  >;
  readonly danger?: boolean;
}) {
  const t = texts.use();
  const [form] = Form.useForm<Proof>();
  return (
    <FormDialog {...{ title, open, onClose, form, change, danger }} deed={t('goOn')} draft={null}>
      <Typography.Paragraph>{why}</Typography.Paragraph>
      <Form.Item name="password" label={t('currentPassword')} extra={t('proofHint')}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
