import { Modal } from 'antd';
import { texts } from '../session/texts.ts';
import { SignInSteps } from '../session/sign-in/sign-in-steps.tsx';

/** Asks who it is, above the page. */
export function SessionDialog({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = texts.use();
  return (
    <Modal open title={t('endedTitle')} footer={null} closable={false}>
      <p>{t('endedWhy')}</p>
      <SignInSteps onSignedIn={onSignedIn} />
    </Modal>
  );
}
