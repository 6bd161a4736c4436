import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Select } from 'antd';
import { MoneyInput } from '../../patterns/money-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { categories, channels, customerCategories, priceCategories } from '../selling/words.ts';
import { texts } from './texts.ts';

const buyers = ['*', 'prospect', 'regular', 'important', 'key'] as const;
const ways = ['*', 'counter', 'portal', 'agent'] as const;

/** `prices` of a form: who travels, who buys, where, and for how much. */
export function PriceFields({ currency }: { readonly currency: string }) {
  const t = texts.use();
  const rules = [{ required: true, message: patternTexts.say('required') }];
  return (
    <Form.List name="prices">
      {(fields, { add, remove }) => (
        <Flex vertical gap="small">
          {fields.map(({ key, name: place }) => {
            const of = (what: string) => t('pricePlace', { what, place: place + 1 });
            return (
              <Form.Item key={key} style={{ margin: 0 }}>
                <Flex gap="small" wrap align="start">
                  <Form.Item name={[place, 'travellerCategory']} rules={rules} noStyle>
                    <Select
                      aria-label={of(t('who'))}
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
                      <MoneyInput currency={currency} label={of(t('amount'))} />
                    </Form.Item>
                  </div>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('removePrice', { place: place + 1 })}
                    onClick={() => remove(place)}
                  />
                </Flex>
              </Form.Item>
            );
          })}
          <Button
            icon={<PlusOutlined />}
            style={{ alignSelf: 'start' }}
            onClick={() =>
              add({ travellerCategory: 'adult', customerCategory: '*', channel: '*', amount: null })
            }
          >
            {t('addPrice')}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}
