import { Button, type ButtonProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { texts } from './texts.ts';
import { useAsOpened } from './use-as-opened.ts';
import type { useChange } from './use-change.ts';

/**
 * A button for what should not happen by a slip: it asks first, and says there what was refused. What it asked stays asked while others change the record
 * behind it: nothing else is confirmed than what was read.
 */
export function Confirm<Input>({
  change,
  button,
  ...now
}: {
  /** What is done, on the button and above the question. */
  readonly label: string;
  /** What it means, for whoever is asked. */
  readonly why: ReactNode;
  readonly input: Input;
  readonly change: Pick<
    ReturnType<typeof useChange<Input, unknown>>,
    'mutateAsync' | 'error' | 'isPending' | 'reset'
  >;
  readonly danger?: boolean;
  readonly button?: Pick<ButtonProps, 'type' | 'size' | 'icon' | 'disabled'>;
}) {
  const t = texts.use();
  const [asking, setAsking] = useState(false);
  const { label, why, input, danger = false } = useAsOpened(now, asking);
  const close = () => {
    change.reset();
    setAsking(false);
  };
  const confirm = () => change.mutateAsync(input).then(close, () => undefined); // a refusal is shown below
  return (
    <>
      <Button {...button} danger={danger} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog
        title={label}
        open={asking}
        onCancel={close}
        onOk={() => void confirm()}
        cancelText={t('cancel')}
        okText={label}
        okButtonProps={{ danger, loading: change.isPending }}
        destroyOnHidden
      >
        <ProblemAlert problem={change.error} />
        {why}
      </Dialog>
    </>
  );
}
