import { Alert, Button, Flex, Modal, Typography } from 'antd';
import { texts } from './texts.ts';

/** A secret that is shown now and never again: it is closed on purpose only. */
export function ShownOnce({
  title,
  why,
  secrets,
  onKept,
}: {
  readonly title: string;
  readonly why: string;
  /** Line by line; nothing is shown while there are none. */
  readonly secrets: readonly string[] | undefined;
  readonly onKept: () => void;
}) {
  const t = texts.use();
  const text = secrets?.join('\n') ?? '';
  return (
    <Modal
      title={title}
      open={secrets !== undefined}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onKept}>
          {t('keptIt')}
        </Button>
      }
    >
      <Flex vertical gap="middle">
        <Alert type="warning" showIcon title={why} />
        <Typography.Paragraph copyable={{ text }} className="secret">
          {text}
        </Typography.Paragraph>
      </Flex>
    </Modal>
  );
}
