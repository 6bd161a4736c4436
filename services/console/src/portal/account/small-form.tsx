import { Button, Form, type FormInstance } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { fieldProblems } from '../../patterns/field-problems.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { texts } from './texts.ts';

/** A form that opens in its place: its refusals at their fields, what is entered never kept since passwords are among it. */
export function SmallForm<Values extends object>({
  form,
  change,
  initial,
  save,
  onDone,
  onCancel,
  children,
}: {
  readonly form: FormInstance<Values>;
  readonly change: {
    readonly mutate: (values: Values, options: { onSuccess: () => void }) => void;
    readonly error: unknown;
    readonly isPending: boolean;
  };
  readonly initial?: Partial<Values>;
  readonly save?: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const t = texts.use();
  const { error } = change;
  useEffect(() => {
    if (error) form.setFields(fieldProblems(error, form.getFieldsValue(true) as object) as never); // paths of this very form
  }, [error, form]);
  return (
    <Form<Values>
      // What is wrong is said at its field in the page's language; the browser's own bubble speaks another.
      noValidate
      form={form}
      layout="vertical"
      requiredMark={false}
      {...(initial && { initialValues: initial })}
      onFinish={(values) => change.mutate(values, { onSuccess: onDone })}
    >
      <ProblemAlert problem={error} />
      {children}
      <div className="account-actions">
        <Button type="primary" size="large" htmlType="submit" loading={change.isPending}>
          {save ?? t('save')}
        </Button>
        <Button size="large" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </Form>
  );
}
