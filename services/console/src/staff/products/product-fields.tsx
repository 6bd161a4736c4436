import { Checkbox, Col, Form, Input, InputNumber, Row, Select } from 'antd';
import { LocalTextList } from '../../patterns/local-text-list.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useMay } from '../../session/me.ts';
import { CountrySelect } from '../selling/country-select.tsx';
import { kinds, kindWords, themes, themeWords } from '../../names/product-words.ts';
import { DetailFields } from './detail-fields.tsx';
import { texts } from './texts.ts';

const required = () => [{ required: true, message: patternTexts.say('required') }];

/** The fields of a product. Its kind is chosen once; what it must say follows from it. */
export function ProductFields({ fixedKind }: { readonly fixedKind?: boolean }) {
  const t = texts.use();
  const may = useMay();
  return (
    <>
      {!fixedKind && (
        <Form.Item name="kind" label={t('kind')} rules={required()}>
          <Select options={kinds.map((value) => ({ value, label: kindWords.word(value) }))} />
        </Form.Item>
      )}
      <Pair name="name" labels={[t('nameZh'), t('nameEn')]} required />
      <Pair name="summary" labels={[t('summaryZh'), t('summaryEn')]} required />
      <WhereAndHowLong />
      <Form.Item name="themes" label={t('themes')} extra={t('themesHint')}>
        <Select
          mode="tags"
          options={themes.map((value) => ({ value, label: themeWords.word(value) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <DetailFields />
      <Pair name="description" labels={[t('descriptionZh'), t('descriptionEn')]} rows={5} />
      <LocalTextList name="inclusions" label={t('inclusions')} />
      <LocalTextList name="exclusions" label={t('exclusions')} />
      <LocalTextList name="notes" label={t('notes')} />
      {!fixedKind && (
        <>
          <Form.Item name="code" label={t('code')}>
            <Input maxLength={40} />
          </Form.Item>
          {may('booking.product.publish') && (
            <Form.Item name="draft" valuePropName="checked">
              <Checkbox>{t('draft')}</Checkbox>
            </Form.Item>
          )}
        </>
      )}
    </>
  );
}

/** Where it goes, and for how many days. */
function WhereAndHowLong() {
  const t = texts.use();
  return (
    <Row gutter={16}>
      <Col xs={24} sm={8}>
        <Form.Item name="destinationCountry" label={t('country')} rules={required()}>
          <CountrySelect />
        </Form.Item>
      </Col>
      <Col xs={24} sm={8}>
        <Form.Item name="destinationCity" label={t('city')} rules={required()}>
          <Input maxLength={100} />
        </Form.Item>
      </Col>
      <Col xs={24} sm={8}>
        <Form.Item name="days" label={t('days')} rules={required()}>
          <InputNumber min={1} max={365} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Col>
    </Row>
  );
}

/** One text in both languages. */
function Pair({
  name,
  labels: [zh, en],
  required = false,
  rows,
}: {
  readonly name: string;
  readonly labels: readonly [zh: string, en: string];
  readonly required?: boolean;
  readonly rows?: number;
}) {
  const rules = [{ required, whitespace: true, message: patternTexts.say('required') }];
  const input = rows ? <Input.TextArea rows={rows} maxLength={10_000} /> : <Input maxLength={300} />;
  return (
    <Row gutter={16}>
      <Col xs={24} sm={12}>
        <Form.Item name={[name, 'zh']} label={zh} rules={rules}>
          {input}
        </Form.Item>
      </Col>
      <Col xs={24} sm={12}>
        <Form.Item name={[name, 'en']} label={en} rules={rules}>
          {input}
        </Form.Item>
      </Col>
    </Row>
  );
}
