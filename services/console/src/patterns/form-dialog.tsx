import { Form, Modal, type FormInstance } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { fieldProblems } from './field-problems.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { texts } from './texts.ts';
import type { useChange } from './use-change.ts';

interface FormDialogProps<Values extends object> {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly form: FormInstance<Values>;
  readonly initial?: Partial<Values>;
  readonly change: Pick<
    ReturnType<typeof useChange<Values, unknown>>,
    'mutateAsync' | 'error' | 'isPending' | 'reset'
  >;
  /** What the button says: the deed itself. */
  readonly deed?: string;
  /** What is done cannot be undone. */
  readonly danger?: boolean;
  readonly children?: ReactNode;
  readonly width?: number;
}

/**
 * A short form above the page. Unlike a `FormDrawer` it keeps no draft: it is for reasons and decisions, and for what must not be kept in the browser
 * (passwords, numbers of documents and accounts).
 */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, open, onClose, form, initial, change, deed, danger = false, children, width = 520 } = props;
  const t = texts.use();
  const id = useId();
  const [entered, setEntered] = useState(false);
  const close = () => {
    setEntered(false);
    change.reset();
    onClose();
  };
  return (
    <Modal
      title={title}
      open={open}
      onCancel={close}
      // What is cancelled is the matter itself where it is dangerous.
      cancelText={t(danger ? 'goBack' : 'cancel')}
      okText={deed ?? t('save')}
      okButtonProps={{ htmlType: 'submit', form: id, loading: change.isPending, danger }}
      width={width}
      // What was entered is not lost by a click beside it.
      mask={{ closable: !entered }}
      destroyOnHidden
    >
      <DialogForm
        {...{ id, form, change }}
        onClose={close}
        onEnter={() => setEntered(true)}
        {...(initial && { initial })}
      >
        {children}
      </DialogForm>
    </Modal>
  );
}

type DialogFormProps<Values extends object> = Pick<
  FormDialogProps<Values>,
  'form' | 'initial' | 'change' | 'onClose' | 'children'
> & { readonly id: string; readonly onEnter: () => void };

function DialogForm<Values extends object>(props: DialogFormProps<Values>) {
  const { id, form, initial, change, onClose, onEnter, children } = props;
  // A form keeps what it held when it was last open; what it begins with now may be newer.
  useEffect(() => form.resetFields(), [form]);
  const { error } = change;
  useEffect(() => {
    if (error) form.setFields(fieldProblems(error, form.getFieldsValue(true) as object) as never); // paths of this very form
  }, [error, form]);
  const submit = (values: Values) =>
    // What failed is shown from the change itself.
    change.mutateAsync(values).then(onClose, () => undefined);
  return (
    <Form<Values>
      // What is wrong is said at its field in the page's language; the browser's own bubble speaks another.
      noValidate
      id={id}
      form={form}
      layout="vertical"
      {...(initial && { initialValues: initial })}
      onValuesChange={onEnter}
      onFinish={(values) => void submit(values)}
    >
      <ProblemAlert problem={error} />
      {children}
    </Form>
  );
}
