import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { signIn, signInWithPasskey, type SignedIn } from '../sign-in.ts';
import { texts } from '../texts.ts';
import { keptAgency, keepAgency } from './agency.ts';

interface Credentials {
  readonly agency: string;
  readonly login: string;
  readonly password: string;
}

/** Agency, login and password, or a passkey. */
export function PasswordStep({
  agency,
  onDone,
  onForgotten,
}: {
  readonly agency?: string;
  readonly onDone: (done: SignedIn) => void;
  readonly onForgotten: () => void;
}) {
  const t = texts.use();
  const { attempt, problem, busy } = useAttempt(onDone);
  const enter = (credentials: Credentials) => {
    keepAgency(credentials.agency);
    return attempt(() => signIn(credentials));
  };
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={{ agency: agency ?? keptAgency() }}
      onFinish={(credentials) => void enter(credentials)}
    >
      <ProblemAlert problem={problem} />
      <CredentialFields known={agency !== undefined} />
      <Flex vertical gap="small">
        <Button type="primary" htmlType="submit" loading={busy} block size="large">
          {t('signIn')}
        </Button>
        <Button block onClick={() => void attempt(signInWithPasskey)}>
          {t('passkey')}
        </Button>
        <Button type="link" onClick={onForgotten}>
          {t('forgotten')}
        </Button>
      </Flex>
    </Form>
  );
}

/** One attempt after the other, and what came of the last one. */
function useAttempt(onDone: (done: SignedIn) => void) {
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const attempt = async (step: () => Promise<SignedIn>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      onDone(await step());
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { attempt, problem, busy };
}

/** @param known whether the agency is: it is not asked for then */
function CredentialFields({ known }: { readonly known: boolean }) {
  const t = texts.use();
  const kept = known || keptAgency() !== '';
  return (
    <>
      <Form.Item
        name="agency"
        label={t('agency')}
        hidden={known}
        extra={t('agencyHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input autoComplete="organization" autoFocus={!kept} maxLength={40} />
      </Form.Item>
      <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('required') }]}>
        <Input autoComplete="username webauthn" autoFocus={kept} maxLength={200} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
