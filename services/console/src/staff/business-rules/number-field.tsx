import { Form, InputNumber } from 'antd';
import { texts as patternTexts } from '../../patterns/texts.ts';

/** A whole number of a rule, with what it counts. */
export function NumberField({
  name,
  label,
  unit,
  hint,
  min = 0,
  max,
}: {
  readonly name: string | string[];
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
  readonly min?: number;
  readonly max: number;
}) {
  const rules = [{ required: true, message: patternTexts.say('required') }];
  return (
    <Form.Item name={name} label={label} rules={rules} {...(hint && { extra: hint })}>
      <InputNumber min={min} max={max} precision={0} suffix={unit} style={{ width: '100%' }} />
    </Form.Item>
  );
}
