import { Form, Input, Modal } from 'antd';
import { useEffect } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Traveller } from '../../api/gen/crm.ts';
import { countryChoices } from '../../format/countries.ts';
import { todayIn } from '../../format/dates.ts';
import { fieldProblems } from '../../patterns/field-problems.ts';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

interface Values {
  readonly name: string;
  readonly latinName?: string;
  readonly birthDate: string;
  readonly nationality: string;
  readonly relation: Traveller['relation'];
}

const relations = [
  ...(['self', 'spouse', 'child', 'parent', 'sibling', 'relative', 'friend', 'colleague', 'other'] as const),
] satisfies Traveller['relation'][];

/** Enters somebody who travels with the customer, or the customer themselves. */
export function AddTraveller({
  customerId,
  onClose,
}: {
  readonly customerId: string;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<Values>();
  const add = useChange(
    ({ latinName, ...values }: Values, key) =>
      answer(
        api.crm.POST('/v1/customers/{customerId}/travellers', {
          params: { path: { customerId } },
          body: { ...values, latinName: latinName?.trim() || null },
          headers: changing(key),
        }),
      ),
    { touches: [['crm', 'traveller']], done: t('added') },
  );
  const { error } = add;
  useEffect(() => {
    if (error) form.setFields(fieldProblems(error, form.getFieldsValue(true) as object) as never); // paths of this very form
  }, [error, form]);
  return (
    <Modal
      open
      title={t('addTraveller')}
      okText={t('add')}
      cancelText={t('cancel')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ nationality: 'CN', relation: 'self' }}
        onFinish={(values) => add.mutate(values, { onSuccess: onClose })}
      >
        <ProblemAlert problem={error} />
        <TravellerFields />
        <button type="submit" hidden />
      </Form>
    </Modal>
  );
}

function TravellerFields() {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const needed = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={needed}>
        <Input size="large" maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="latinName" label={t('latinName')}>
        <Input size="large" maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="birthDate" label={t('birthDate')} rules={needed}>
        <LocalDateInput large min="1900-01-01" max={todayIn(timeZone)} />
      </Form.Item>
      <Form.Item name="nationality" label={t('nationality')}>
        <select className="native-select">
          {countryChoices().map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="relation" label={t('relation')}>
        <select className="native-select">
          {relations.map((relation) => (
            <option key={relation} value={relation}>
              {t(relation)}
            </option>
          ))}
        </select>
      </Form.Item>
    </>
  );
}
