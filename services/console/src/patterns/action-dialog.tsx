import { Alert, Form, Input } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import { FormDialog } from './form-dialog.tsx';
import { texts } from './texts.ts';

type ActionDialogProps<Values extends object> = Omit<
  ComponentProps<typeof FormDialog<Values>>,
  'form' | 'deed' | 'children' | 'draft'
> & {
  /** What will happen. */
  readonly explanation?: string;
  /** What the button says: the action itself. */
  readonly action: string;
} & (WithFields | WithoutFields);

interface WithFields {
  /** Fields, when something is to be said: `ReasonField` mostly. */
  readonly children: ReactNode;
  readonly draft: ComponentProps<typeof FormDialog>['draft'];
}

interface WithoutFields {
  readonly children?: never;
  readonly draft?: never;
}

/** Asks before something is done, and says what will happen; a refusal is shown where it was asked. */
export function ActionDialog<Values extends object>(props: ActionDialogProps<Values>) {
  const { explanation, action, children, draft = null, ...dialog } = props;
  const [form] = Form.useForm<Values>();
  return (
    <FormDialog<Values> {...dialog} draft={draft} form={form} deed={action}>
      {explanation && <Alert type="info" title={explanation} style={{ marginBottom: 16 }} />}
      {children}
    </FormDialog>
  );
}

/** The reason without which some things are not done. */
export function ReasonField({
  label,
  maxLength = 500,
}: {
  /** Where it is not just the reason. */
  readonly label?: string;
  readonly maxLength?: number;
}) {
  const t = texts.use();
  return (
    <Form.Item
      name="reason"
      label={label ?? t('reason')}
      rules={[{ required: true, whitespace: true, message: t('required') }]}
    >
      <Input.TextArea rows={3} maxLength={maxLength} showCount />
    </Form.Item>
  );
}
