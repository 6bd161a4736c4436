import { Button, Drawer, Flex, type FormInstance } from 'antd';
import { useId, type ReactNode } from 'react';
import { EnteredForm } from './entered-form.tsx';
import { texts } from './texts.ts';
import type { useChange } from './use-change.ts';

interface FormDrawerProps<Values extends object> {
  readonly title: string;
  /** Of the draft: what the form is and which record it is about. */
  readonly name: string;
  /** Of the record that is changed, as it was when this was opened: a draft made on another one is only offered. */
  readonly version?: number | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly form: FormInstance<Values>;
  readonly initial?: Partial<Values>;
  readonly change: Pick<
    ReturnType<typeof useChange<Values, unknown>>,
    'mutateAsync' | 'error' | 'isPending' | 'reset'
  >;
  readonly children: ReactNode;
  readonly width?: number;
  /** What the button says, where it does something else than save. */
  readonly action?: string;
  readonly danger?: boolean;
  /** Whether it may be sent at all: not before what it depends on is known. */
  readonly ready?: boolean;
}

/** A form beside the page it belongs to. Closing it keeps what was entered as a draft; refusals stand at their fields. */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const { title, name, version, open, onClose, form, initial, change, children, width = 520 } = props;
  const { action, danger = false, ready = true } = props;
  const t = texts.use();
  const id = useId();
  // Whoever opens it again begins without the refusal of the last time.
  const close = () => {
    change.reset();
    onClose();
  };
  return (
    <Drawer
      title={title}
      open={open}
      onClose={close}
      size={width}
      destroyOnHidden
      footer={
        <Flex justify="end" gap="small">
          {/* What is cancelled is the matter itself where it is dangerous. */}
          <Button onClick={close}>{t(danger ? 'goBack' : 'cancel')}</Button>
          <Button
            type="primary"
            danger={danger}
            disabled={!ready}
            loading={change.isPending}
            htmlType="submit"
            form={id}
          >
            {action ?? t('save')}
          </Button>
        </Flex>
      }
    >
      <EnteredForm
        {...{ id, form, change }}
        draft={{ name, version }}
        onDone={onClose}
        {...(initial && { initial })}
      >
        {children}
      </EnteredForm>
    </Drawer>
  );
}
