import { Alert, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { texts } from '../texts.ts';
import { keptAgency } from './agency.ts';

/** Asks for a link to set a new password. The answer is the same whether or not there is such an account. */
export function ForgottenStep({ agency, onBack }: { readonly agency?: string; readonly onBack: () => void }) {
  const t = texts.use();
  const [problem, setProblem] = useState<unknown>();
  const [asked, setAsked] = useState(false);
  const ask = (body: { agency: string; login: string }) =>
    answer(api.identity.POST('/v1/password-resets', { body })).then(() => setAsked(true), setProblem);
  const rules = [{ required: true, message: t('required') }];
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ agency: agency ?? keptAgency(), login: '' }}
      onFinish={(values: { agency: string; login: string }) => void ask(values)}
    >
      <ProblemAlert problem={problem} />
      {asked && <Alert type="success" showIcon title={t('resetAsked')} style={{ marginBottom: 16 }} />}
      <Form.Item name="agency" label={t('agency')} hidden={agency !== undefined} rules={rules}>
        <Input autoComplete="organization" />
      </Form.Item>
      <Form.Item name="login" label={t('login')} rules={rules}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Flex vertical gap="small">
        <Button type="primary" htmlType="submit" block size="large">
          {t('resetSend')}
        </Button>
        <Button type="link" onClick={onBack}>
          {t('back')}
        </Button>
      </Flex>
    </Form>
  );
}
