import { Form, Select } from 'antd';
import { FieldRows } from '../../patterns/field-rows.tsx';
import { MoneyInput } from '../../patterns/money-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { categories, channels, customerCategories, priceCategories } from './words.ts';
import { texts } from './texts.ts';

const buyers = ['*', 'prospect', 'regular', 'important', 'key'] as const;
const ways = ['*', 'counter', 'portal', 'agent'] as const;

/** `prices` of a form, or of a part of it: who travels, who buys, where, and for how much. */
export function PriceFields({
  currency,
  name = 'prices',
}: {
  readonly currency: string;
  readonly name?: string | (string | number)[];
}) {
  const t = texts.use();
  const rules = [{ required: true, message: patternTexts.say('required') }];
  return (
    <FieldRows
      name={name}
      add={t('addPrice')}
      empty={{ travellerCategory: 'adult', customerCategory: '*', channel: '*', amount: null }}
    >
      {(place, of) => (
        <>
          <Form.Item name={[place, 'travellerCategory']} rules={rules} noStyle>
            <Select
              aria-label={of(t('item'))}
              options={priceCategories.map((value) => ({ value, label: categories.word(value) }))}
              style={{ width: 160 }}
            />
          </Form.Item>
          <Form.Item name={[place, 'customerCategory']} noStyle>
            <Select
              aria-label={of(t('customers'))}
              options={buyers.map((value) => ({ value, label: customerCategories.word(value) }))}
              style={{ width: 120 }}
            />
          </Form.Item>
          <Form.Item name={[place, 'channel']} noStyle>
            <Select
              aria-label={of(t('channel'))}
              options={ways.map((value) => ({ value, label: channels.word(value) }))}
              style={{ width: 120 }}
            />
          </Form.Item>
          <div style={{ width: 160 }}>
            <Form.Item name={[place, 'amount']} rules={rules} noStyle>
              <MoneyInput currency={currency} label={of(t('unitPrice'))} />
            </Form.Item>
          </div>
        </>
      )}
    </FieldRows>
  );
}
