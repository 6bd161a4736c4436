import { Button, Form, Input, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { LegalText } from '../../api/gen/identity.ts';
import { fieldProblems } from '../../patterns/field-problems.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useDraft } from '../../patterns/use-draft.ts';
import { currentLocale } from '../../texts/locale.ts';
import { useSubmission } from './submission.ts';
import { Consent } from './consent.tsx';
import { texts } from './texts.ts';

interface Values {
  readonly displayName: string;
  readonly userName: string;
  readonly email: string;
  readonly mobile: string;
  readonly password: string;
  readonly passwordAgain: string;
  readonly acceptedTerms: boolean;
  readonly acceptedPrivacy: boolean;
}

/** Who registers, and what they agree to: the versions that are shown are those that are accepted. */
export function RegisterForm({
  agency,
  legal,
  onAsked,
}: {
  readonly agency: string;
  readonly legal: { readonly terms: LegalText; readonly privacy: LegalText };
  readonly onAsked: (email: string) => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<Values>();
  const draft = useDraft('register', form);
  const { send, problem, busy } = useSubmission((values: Values, key) => {
    const versions = {
      acceptedTerms: legal.terms.textVersion,
      acceptedPrivacy: legal.privacy.textVersion,
    };
    const body = { ...values, ...versions, agency, locale: currentLocale() };
    return answer(api.identity.POST('/v1/registrations', { body, headers: changing(key) }));
  });
  useEffect(() => {
    if (problem) form.setFields(fieldProblems(problem, form.getFieldsValue(true) as object) as never); // paths of this very form
  }, [problem, form]);
  const register = async (values: Values) => {
    if (!(await send(values))) return;
    draft.discard();
    onAsked(values.email);
  };
  return (
    <Form<Values>
      // What is wrong is said at its field in the page's language; the browser's own bubble speaks another.
      noValidate
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      // Passwords and agreements are never kept.
      onValuesChange={(_changed, { displayName, userName, email, mobile }) =>
        draft.keep({ displayName, userName, email, mobile })
      }
      onFinish={(values) => void register(values)}
    >
      <ProblemAlert problem={problem} />
      <Person />
      <Passwords form={form} />
      <Consent name="acceptedTerms" of={legal.terms} title={t('terms')} />
      <Consent name="acceptedPrivacy" of={legal.privacy} title={t('privacy')} />
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>
        {t('submit')}
      </Button>
    </Form>
  );
}

function Person() {
  const t = texts.use();
  const needed = { required: true, whitespace: true, message: t('required') };
  return (
    <>
      <Form.Item name="displayName" label={t('displayName')} rules={[needed]}>
        <Input autoComplete="name" maxLength={100} size="large" />
      </Form.Item>
      <Form.Item
        name="userName"
        label={t('userName')}
        extra={t('userNameHint')}
        rules={[
          {
            required: true,
            pattern: /^(?=.*\p{L})[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u,
            message: t('userNameWrong'),
          },
        ]}
      >
        <Input autoComplete="username" autoCapitalize="none" maxLength={40} size="large" />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('email')}
        extra={t('emailHint')}
        rules={[{ required: true, type: 'email', message: t('emailWrong') }]}
      >
        <Input type="email" autoComplete="email" maxLength={254} size="large" />
      </Form.Item>
      <Form.Item name="mobile" label={t('mobile')} rules={[needed]}>
        <Input type="tel" autoComplete="tel" maxLength={30} size="large" />
      </Form.Item>
    </>
  );
}

function Passwords({ form }: { readonly form: FormInstance<Values> }) {
  const t = texts.use();
  const same = (_rule: unknown, again: unknown) =>
    again === form.getFieldValue('password')
      ? Promise.resolve()
      : Promise.reject(new Error(t('passwordsDiffer')));
  return (
    <>
      <Form.Item
        name="password"
        label={t('password')}
        extra={t('passwordHint')}
        rules={[{ required: true, min: 10, message: t('passwordShort') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} size="large" />
      </Form.Item>
      <Form.Item
        name="passwordAgain"
        label={t('passwordAgain')}
        dependencies={['password']}
        rules={[{ validator: same }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} size="large" />
      </Form.Item>
    </>
  );
}
