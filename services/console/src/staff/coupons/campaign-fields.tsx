import { Checkbox, Col, Form, Input, InputNumber, Radio, Row, Select } from 'antd';
import { ChooseProduct } from '../../names/choose-records.tsx';
import { CurrencySelect } from '../../patterns/currency-select.tsx';
import { FieldRows } from '../../patterns/field-rows.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { LocalTextFields } from '../../patterns/local-text-fields.tsx';
import { MoneyInput } from '../../patterns/money-input.tsx';
import { PercentInput } from '../../patterns/percent-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useMe } from '../../session/me.ts';
import { kinds, kindWords } from '../../names/product-words.ts';
import { texts } from './texts.ts';

const required = () => [{ required: true, message: patternTexts.say('required') }];

/** What a campaign takes off, from whom, how often, and by which codes. */
export function CampaignFields() {
  const t = texts.use();
  return (
    <>
      <LocalTextFields name="name" label={t('name')} />
      <OffFields />
      <Row gutter={16}>
        {(['validFrom', 'validTo'] as const).map((name) => (
          <Col key={name} xs={24} sm={12}>
            <Form.Item name={name} label={t(name)} rules={required()}>
              <LocalDateInput />
            </Form.Item>
          </Col>
        ))}
        <Count name="totalLimit" />
        <Count name="perCustomer" />
        <Count name="perCode" optional />
      </Row>
      <Form.Item name="productKinds" label={t('productKinds')}>
        <Select
          mode="multiple"
          placeholder={t('allKinds')}
          showSearch={{ optionFilterProp: 'label' }}
          options={kinds.map((value) => ({ value, label: kindWords.word(value) }))}
        />
      </Form.Item>
      <Form.Item label={t('products')} required={false}>
        <FieldRows name="products" add={t('addProduct')} empty={{}}>
          {(place, of) => (
            <div style={{ flex: 1 }}>
              <Form.Item name={[place, 'id']} rules={required()} style={{ margin: 0 }}>
                <ChooseProduct aria-label={of(t('products'))} />
              </Form.Item>
            </div>
          )}
        </FieldRows>
      </Form.Item>
      <Form.Item name="stackable" valuePropName="checked">
        <Checkbox>{t('stackable')}</Checkbox>
      </Form.Item>
      <Form.Item name="codes" label={t('codes')} extra={t('codesHint')} rules={[...required(), codesRule]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} autoComplete="off" spellCheck={false} />
      </Form.Item>
    </>
  );
}

/** How much is taken off: an amount, or a share up to an amount. */
function OffFields() {
  const t = texts.use();
  const form = Form.useFormInstance();
  const kind = Form.useWatch<'fixed' | 'percent' | undefined>('kind') ?? 'fixed';
  const own = useMe().agency.currency;
  const currency = Form.useWatch<string | undefined>('currency') ?? own;
  // Digits of an amount are none of a share, nor of another currency.
  const anew = () => form.setFieldsValue({ value: null, cap: null, minimumAmount: null });
  return (
    <>
      <Form.Item name="kind" label={t('kind')} required>
        <Radio.Group
          onChange={anew}
          options={(['fixed', 'percent'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      <Row gutter={16}>
        <Col xs={24} sm={12}>
          <Form.Item name="currency" label={patternTexts.say('currency')} rules={required()}>
            <CurrencySelect onChange={anew} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item name="value" label={t(kind === 'fixed' ? 'amount' : 'share')} rules={required()}>
            {kind === 'fixed' ? <MoneyInput currency={currency} /> : <PercentInput />}
          </Form.Item>
        </Col>
        {kind === 'percent' && (
          <Col xs={24} sm={12}>
            <Form.Item name="cap" label={t('cap')} extra={t('capHint')}>
              <MoneyInput currency={currency} />
            </Form.Item>
          </Col>
        )}
        <Col xs={24} sm={12}>
          <Form.Item name="minimumAmount" label={t('minimum')} extra={t('minimumHint')}>
            <MoneyInput currency={currency} />
          </Form.Item>
        </Col>
      </Row>
    </>
  );
}

function Count({
  name,
  optional = false,
}: {
  readonly name: 'totalLimit' | 'perCustomer' | 'perCode';
  readonly optional?: boolean;
}) {
  const t = texts.use();
  return (
    <Col xs={24} sm={12}>
      <Form.Item
        name={name}
        label={t(name)}
        {...(optional ? { extra: t('perCodeHint') } : { rules: required() })}
      >
        <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </Col>
  );
}

/** Codes as they were entered: one a line, or apart by commas and spaces. */
export const codesIn = (text: string): string[] => text.split(/[\s,，;；]+/).filter(Boolean);

const codesRule = {
  validator: (_rule: unknown, text: string | undefined) => {
    const wrong = codesIn(text ?? '').filter((code) => !/^[0-9A-Za-z-]{3,40}$/.test(code));
    return wrong.length === 0
      ? Promise.resolve()
      : Promise.reject(new Error(texts.say('codesWrong', { codes: wrong.slice(0, 5).join(' ') })));
  },
};
