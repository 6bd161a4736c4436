import { Form, Input, InputNumber, Select } from 'antd';
import { FieldRows } from '../../patterns/field-rows.tsx';
import { MoneyInput } from '../../patterns/money-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { categories, priceCategories } from '../selling/words.ts';
import { DiscountInput } from './discount-input.tsx';
import { lineKinds } from './quotation-form.ts';
import { texts } from './texts.ts';

interface FieldsProps {
  readonly currency: string;
}

const required = () => [{ required: true, message: patternTexts.say('required') }];

/** What is bought of the departure, at its prices. */
export function CountFields({ currency }: FieldsProps) {
  const t = texts.use();
  return (
    <FieldRows name="counts" add={t('addCount')} empty={{ category: 'adult', count: 1 }}>
      {(place, of) => (
        <>
          <Form.Item name={[place, 'category']} rules={required()} noStyle>
            <Select
              aria-label={of(t('category'))}
              options={priceCategories.map((value) => ({ value, label: categories.word(value) }))}
              style={{ width: 170 }}
            />
          </Form.Item>
          <Count place={place} label={of(t('count'))} />
          <Cost place={place} currency={currency} label={of(t('unitCost'))} />
          <Form.Item name={[place, 'discount']} noStyle>
            <DiscountInput currency={currency} label={of(t('discount'))} />
          </Form.Item>
        </>
      )}
    </FieldRows>
  );
}

/** What is quoted beside the departure, at prices of its own. */
export function LineFields({ currency }: FieldsProps) {
  const t = texts.use();
  return (
    <FieldRows name="lines" add={t('addLine')} empty={{ kind: 'hotel', count: 1, text: { zh: '', en: '' } }}>
      {(place, of) => (
        <>
          <Form.Item name={[place, 'kind']} noStyle>
            <Select
              aria-label={of(t('kind'))}
              options={lineKinds.map((value) => ({ value, label: t(value) }))}
              style={{ width: 110 }}
            />
          </Form.Item>
          <Text place={place} of={of} name="text" />
          <Count place={place} label={of(t('count'))} />
          <div style={{ width: 150 }}>
            <Form.Item name={[place, 'unitPrice']} rules={required()} noStyle>
              <MoneyInput currency={currency} label={of(t('unitPrice'))} placeholder={t('unitPrice')} />
            </Form.Item>
          </div>
          <Cost place={place} currency={currency} label={of(t('unitCost'))} />
          <Form.Item name={[place, 'discount']} noStyle>
            <DiscountInput currency={currency} label={of(t('discount'))} />
          </Form.Item>
        </>
      )}
    </FieldRows>
  );
}

/** Discounts on the whole, in this order. */
export function DiscountFields({ currency }: FieldsProps) {
  const t = texts.use();
  const empty = { name: { zh: '', en: '' }, discount: { kind: 'percent', value: '' } };
  return (
    <FieldRows name="discounts" add={t('addDiscount')} empty={empty}>
      {(place, of) => (
        <>
          <Text place={place} of={of} name="name" />
          <Form.Item name={[place, 'discount']} rules={required()} noStyle>
            <DiscountInput currency={currency} label={of(t('discount'))} />
          </Form.Item>
        </>
      )}
    </FieldRows>
  );
}

function Text({
  place,
  of,
  name,
}: {
  readonly place: number;
  readonly of: (what: string) => string;
  readonly name: string;
}) {
  const t = texts.use();
  return (
    <>
      <Form.Item name={[place, name, 'zh']} rules={required()} noStyle>
        <Input
          aria-label={of(t('textZh'))}
          placeholder={t('textZh')}
          maxLength={200}
          style={{ width: 180 }}
        />
      </Form.Item>
      <Form.Item name={[place, name, 'en']} rules={required()} noStyle>
        <Input
          aria-label={of(t('textEn'))}
          placeholder={t('textEn')}
          maxLength={200}
          style={{ width: 180 }}
        />
      </Form.Item>
    </>
  );
}

function Count({ place, label }: { readonly place: number; readonly label: string }) {
  return (
    <Form.Item name={[place, 'count']} rules={required()} noStyle>
      <InputNumber aria-label={label} min={1} max={10_000} precision={0} style={{ width: 80 }} />
    </Form.Item>
  );
}

function Cost({
  place,
  currency,
  label,
}: {
  readonly place: number;
  readonly currency: string;
  readonly label: string;
}) {
  const t = texts.use();
  return (
    <div style={{ width: 150 }}>
      <Form.Item name={[place, 'unitCost']} noStyle>
        <MoneyInput currency={currency} label={label} placeholder={t('unitCost')} />
      </Form.Item>
    </div>
  );
}
