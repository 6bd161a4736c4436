import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { takeSecondStep, type SecondStep, type SignedIn } from '../sign-in.ts';
import { texts } from '../texts.ts';

/** Sets up an authenticator where a role requires one: the QR code, the first digits, then the recovery codes. */
export function EnrolmentStep({
  step,
  onDone,
}: {
  readonly step: SecondStep;
  readonly onDone: (done: SignedIn) => void;
}) {
  const t = texts.use();
  const [problem, setProblem] = useState<unknown>();
  const [done, setDone] = useState<SignedIn>();
  const { data, error } = useQuery({
    queryKey: ['identity', 'enrolment', step.ticket],
    queryFn: () =>
      answer(api.identity.POST('/v1/sessions/second-factor/totp', { body: { ticket: step.ticket } })),
    retry: false,
    staleTime: Infinity,
  });
  if (done?.signedIn)
    return <RecoveryCodes codes={done.recoveryCodes ?? []} onKept={() => onDone({ signedIn: true })} />;
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) =>
        void takeSecondStep(step.ticket, { code: code.trim() }).then(setDone, setProblem)
      }
    >
      <ProblemAlert problem={problem ?? error} />
      <Typography.Paragraph>{t('enrolWhy')}</Typography.Paragraph>
      {data && (
        <Flex vertical align="center">
          <QRCode value={data.uri} aria-label={t('enrolTitle')} />
          <Typography.Paragraph type="secondary">
            {t('secret')} <Typography.Text copyable>{data.secret}</Typography.Text>
          </Typography.Paragraph>
        </Flex>
      )}
      <Form.Item name="code" label={t('code')} rules={[{ required: true, message: t('required') }]}>
        <Input autoFocus autoComplete="one-time-code" inputMode="numeric" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large">
        {t('goOn')}
      </Button>
    </Form>
  );
}

/** Recovery codes, shown once. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}) {
  const t = texts.use();
  return (
    <Flex vertical gap="middle">
      <Typography.Text>{t('keepCodes')}</Typography.Text>
      <Typography.Paragraph copyable={{ text: codes.join('\n') }}>
        <pre>{codes.join('\n')}</pre>
      </Typography.Paragraph>
      <Button type="primary" block onClick={onKept}>
        {t('keptThem')}
      </Button>
    </Flex>
  );
}
