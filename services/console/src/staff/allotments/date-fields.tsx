import { Form } from 'antd';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts } from './texts.ts';

/** The first and the last date of a range, both included. */
export function DateFields() {
  const t = texts.use();
  const required = { required: true, message: t('required') };
  return (
    <>
      <Form.Item name="from" label={t('from')} rules={[required]}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item
        name="to"
        label={t('to')}
        dependencies={['from']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_rule, to?: string | null) => {
              const from = getFieldValue('from') as string | null | undefined; // the field above, a local date
              return to && from && to < from ? Promise.reject(new Error(t('reversed'))) : Promise.resolve();
            },
          }),
        ]}
      >
        <LocalDateInput />
      </Form.Item>
    </>
  );
}
