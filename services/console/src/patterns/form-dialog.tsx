import { Modal, type FormInstance } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { EnteredForm } from './entered-form.tsx';
import { texts } from './texts.ts';
import type { useChange } from './use-change.ts';
import type { Draft } from './use-draft.ts';

interface FormDialogProps<Values extends object> {
  readonly title: string;
  /**
   * As what the things that are entered are kept until they are sent. `null` where there are none, and where they must not stay in the browser: passwords,
   * codes, numbers of documents and accounts, and what somebody confirms by entering it.
   */
  readonly draft: Draft | null;
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

/** A short form above the page, for reasons, decisions and secrets. Each says whether what is entered is kept as a draft. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const {
    title,
    draft,
    open,
    onClose,
    form,
    initial,
    change,
    deed,
    danger = false,
    children,
    width = 520,
  } = props;
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
      <EnteredForm
        {...{ id, form, change, draft }}
        onEnter={() => setEntered(true)}
        onDone={close}
        {...(initial && { initial })}
      >
        {children}
      </EnteredForm>
    </Modal>
  );
}
