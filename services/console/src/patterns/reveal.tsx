import { EyeOutlined } from './icons.tsx';
import { Button, Flex, Form, Input, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { FormDialog } from './form-dialog.tsx';
import { texts } from './texts.ts';
import { useChange } from './use-change.ts';

const shownSeconds = 30;

/**
 * Something masked that can be shown in full for a reason, which auditors read. It is shown for half a minute, kept nowhere, and hidden again.
 * @param reveal asks for it
 */
export function Reveal({
  masked,
  label,
  reveal,
}: {
  readonly masked: string;
  /** Told on the button to whoever hears the page: whose number it is. */
  readonly label: string;
  /** Left out where the person may not. */
  readonly reveal?: ((reason: string, key: string) => Promise<string>) | false;
}) {
  const t = texts.use();
  const [asking, setAsking] = useState(false);
  const { shown, left, show, hide } = useShownForAWhile();
  if (!reveal) return <span className="money">{masked}</span>;
  return (
    <Flex align="center" gap="small" wrap>
      {shown === undefined ? (
        <span className="money">{masked}</span>
      ) : (
        <Typography.Text strong className="money revealed" aria-live="polite">
          {shown}
        </Typography.Text>
      )}
      {shown === undefined ? (
        <Button
          size="small"
          icon={<EyeOutlined />}
          aria-label={t('revealOf', { label })}
          onClick={() => setAsking(true)}
        >
          {t('reveal')}
        </Button>
      ) : (
        <Button size="small" onClick={hide}>
          {t('hide', { seconds: left })}
        </Button>
      )}
      <RevealDialog {...{ label, reveal, show }} open={asking} onClose={() => setAsking(false)} />
    </Flex>
  );
}

function RevealDialog({
  label,
  open,
  onClose,
  reveal,
  show,
}: {
  readonly label: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly reveal: (reason: string, key: string) => Promise<string>;
  readonly show: (value: string) => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange(
    async ({ reason }: { reason: string }, key) => show(await reveal(reason.trim(), key)),
    { touches: [] },
  );
  return (
    <FormDialog
      title={t('revealOf', { label })}
      deed={t('reveal')}
      draft={null}
      {...{ open, onClose, form, change }}
    >
      <Typography.Paragraph>{t('revealWhy', { seconds: shownSeconds })}</Typography.Paragraph>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea autoFocus maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  );
}

/** Something that is there for half a minute, and gone at once when the page is left. */
function useShownForAWhile() {
  const [shown, setShown] = useState<string>();
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (shown === undefined) return undefined;
    if (left <= 0) {
      setShown(undefined);
      return undefined;
    }
    const clock = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(clock);
  }, [shown, left]);
  return {
    shown: left > 0 ? shown : undefined,
    left,
    show: (value: string) => {
      setShown(value);
      setLeft(shownSeconds);
    },
    hide: () => {
      setShown(undefined);
      setLeft(0);
    },
  };
}
