import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { passkeyProof, takeSecondStep, type SecondStep as Step, type SignedIn } from '../sign-in.ts';
import { texts } from '../texts.ts';

/** A code of the authenticator, a recovery code or a passkey. */
export function SecondStep({
  step,
  onDone,
  onBack,
}: {
  readonly step: Step;
  readonly onDone: (done: SignedIn) => void;
  readonly onBack: () => void;
}) {
  const t = texts.use();
  const [recovering, setRecovering] = useState(!step.methods.includes('totp'));
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const attempt = async (prove: () => Promise<SignedIn>) => {
    setBusy(true);
    setProblem(undefined);
    await prove()
      .then(onDone, setProblem)
      .finally(() => setBusy(false));
  };
  const enter = ({ code }: { code: string }) =>
    attempt(() =>
      takeSecondStep(step.ticket, recovering ? { recoveryCode: code.trim() } : { code: code.trim() }),
    );
  const withPasskey = async () => takeSecondStep(step.ticket, { passkey: await passkeyProof(step.ticket) });
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={(values) => void enter(values)}>
      <ProblemAlert problem={problem} />
      <Form.Item
        name="code"
        label={recovering ? t('recoveryCode') : t('code')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Input autoFocus autoComplete="one-time-code" inputMode={recovering ? 'text' : 'numeric'} />
      </Form.Item>
      <Flex vertical gap="small">
        <Button type="primary" htmlType="submit" loading={busy} block size="large">
          {t('goOn')}
        </Button>
        {step.methods.includes('passkey') && (
          <Button block onClick={() => void attempt(withPasskey)}>
            {t('usePasskey')}
          </Button>
        )}
        {step.methods.includes('totp') && step.methods.includes('recovery-code') && (
          <Button type="link" onClick={() => setRecovering(!recovering)}>
            {recovering ? t('useCode') : t('useRecovery')}
          </Button>
        )}
        <Button type="link" onClick={onBack}>
          {t('back')}
        </Button>
      </Flex>
    </Form>
  );
}
