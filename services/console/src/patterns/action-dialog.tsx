import { Alert, Form, Input, Modal, type FormInstance } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { fieldProblems } from './field-problems.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { texts } from './texts.ts';
import type { useChange } from './use-change.ts';

interface ActionDialogProps<Values extends object> {
  readonly title: string;
  /** What will happen. */
  readonly explanation?: string;
  /** What the button says: the action itself. */
  readonly action: string;
  readonly danger?: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly form?: FormInstance<Values>;
  readonly initial?: Partial<Values>;
  readonly change: Pick<
    ReturnType<typeof useChange<Values, unknown>>,
    'mutateAsync' | 'error' | 'isPending' | 'reset'
  >;
  /** Fields, when something is to be said: `ReasonField` mostly. */
  readonly children?: ReactNode;
  readonly width?: number;
}

/** Asks before something is done, and says what will happen; a refusal is shown where it was asked. */
export function ActionDialog<Values extends object>(props: ActionDialogProps<Values>) {
  const { title, explanation, action, danger = false, open, onClose, change, children, width = 520 } = props;
  const t = texts.use();
  const [own] = Form.useForm<Values>();
  const form = props.form ?? own;
  const { error, reset } = change;
  useEffect(() => {
    if (error && open) form.setFields(fieldProblems(error, form.getFieldsValue(true) as object) as never); // paths of this very form
  }, [error, form, open]);
  const close = () => {
    reset();
    onClose();
  };
  const submit = async (values: Values) => {
    const done = await change.mutateAsync(values).then(
      () => true,
      () => false, // shown from the change itself
    );
    if (done) close();
  };
  return (
    <Modal
      title={title}
      open={open}
      onCancel={close}
      onOk={() => form.submit()}
      okText={action}
      cancelText={t(danger ? 'goBack' : 'cancel')}
      okButtonProps={{ danger, loading: change.isPending }}
      width={width}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        {...(props.initial && { initialValues: props.initial })}
        onFinish={(values) => void submit(values)}
        scrollToFirstError
      >
        <ProblemAlert problem={error} />
        {explanation && <Alert type="info" title={explanation} style={{ marginBottom: 16 }} />}
        {children}
      </Form>
    </Modal>
  );
}

/** The reason without which some things are not done. */
export function ReasonField({
  label,
  name = 'reason',
  required = true,
}: {
  readonly label?: string;
  readonly name?: string;
  readonly required?: boolean;
}) {
  const t = texts.use();
  return (
    <Form.Item
      name={name}
      label={label ?? t('reason')}
      rules={[{ required, whitespace: true, message: t('required') }]}
    >
      <Input.TextArea rows={3} maxLength={500} showCount />
    </Form.Item>
  );
}
