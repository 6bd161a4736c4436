import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { Looks } from '../../frame/looks.tsx';

/** What a text to agree to says; loaded when somebody wants to read it. */
export function LegalTextDialog(props: {
  readonly title: string;
  readonly version: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, version, onClose, children } = props;
  return (
    <Looks>
      <Modal title={title} open footer={null} onCancel={onClose} width={640}>
        <p className="quiet">{version}</p>
        <div className="legal-text">{children}</div>
      </Modal>
    </Looks>
  );
}
