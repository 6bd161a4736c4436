import { Form, Input } from 'antd';
import { texts } from './texts.ts';

/** A text of the data in both languages, side by side in a form: `name.zh` and `name.en`. */
export function LocalTextFields({
  name,
  label,
  maxLength = 100,
}: {
  readonly name: string;
  readonly label: string;
  readonly maxLength?: number;
}) {
  const t = texts.use();
  const rules = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <>
      <Form.Item name={[name, 'zh']} label={`${label} · ${t('chinese')}`} rules={rules}>
        <Input maxLength={maxLength} />
      </Form.Item>
      <Form.Item name={[name, 'en']} label={`${label} · ${t('english')}`} rules={rules}>
        <Input maxLength={maxLength} />
      </Form.Item>
    </>
  );
}
