import { Col, Form, Input, InputNumber, Row, Select } from 'antd';
import type { ReactNode } from 'react';
import { LocalTextList } from '../../patterns/local-text-list.tsx';
import { MoneyInput } from '../../patterns/money-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useMe } from '../../session/me.ts';
import { lodgings, lodgingWords, transports, transportWords } from '../../names/product-words.ts';
import { detailName } from './detail-facts.tsx';
import type { Detail } from './product-form.ts';
import { texts } from './texts.ts';
import { useProductKind } from './use-product-kinds.ts';

/** Those that are said in both languages. */
const wide: ReadonlySet<Detail> = new Set(['meetingPoint', 'venue', 'roomTypes']);

/** What products of the chosen kind say beyond what all do. */
export function DetailFields() {
  const kind = Form.useWatch<string | undefined>('kind');
  const { required, all } = useProductKind(kind);
  return (
    <Row gutter={16}>
      {all.map((detail) => (
        <Col key={detail} xs={24} sm={wide.has(detail) ? 24 : 12}>
          <DetailField detail={detail} required={required.includes(detail)} />
        </Col>
      ))}
    </Row>
  );
}

function DetailField({ detail, required }: { readonly detail: Detail; readonly required: boolean }) {
  texts.use();
  const { currency } = useMe().agency;
  const rules = [{ required, message: patternTexts.say('required') }];
  const label = detailName(detail);
  if (detail === 'roomTypes') return <LocalTextList name={['details', detail]} label={label} />;
  if (detail === 'meetingPoint' || detail === 'venue')
    return (
      <Row gutter={16}>
        {(['zh', 'en'] as const).map((language) => (
          <Col key={language} xs={24} sm={12}>
            <Form.Item
              name={['details', detail, language]}
              label={`${label} · ${patternTexts.say(language === 'zh' ? 'inChinese' : 'inEnglish')}`}
              rules={rules}
            >
              <Input maxLength={200} />
            </Form.Item>
          </Col>
        ))}
      </Row>
    );
  if (detail === 'coverage')
    return (
      <>
        <Form.Item name={['details', detail, 'amount']} label={label} rules={rules}>
          <MoneyInput currency={currency} />
        </Form.Item>
        <Form.Item name={['details', detail, 'currency']} initialValue={currency} hidden>
          <Input />
        </Form.Item>
      </>
    );
  return (
    <Form.Item name={['details', detail]} label={label} rules={rules}>
      {inputOf(detail)}
    </Form.Item>
  );
}

const choices = <Value extends string | boolean>(
  values: readonly Value[],
  word: (value: Value) => string,
) => <Select allowClear options={values.map((value) => ({ value, label: word(value) }))} />;

function inputOf(detail: Detail): ReactNode {
  switch (detail) {
    case 'lodgingClass':
      return choices(lodgings, lodgingWords.word);
    case 'transport':
      return (
        <Select
          mode="multiple"
          options={transports.map((value) => ({ value, label: transportWords.word(value) }))}
        />
      );
    case 'entries':
      return choices(['single', 'double', 'multiple'], texts.word);
    case 'soldPer':
      return choices(['person', 'order', 'day', 'piece'], texts.word);
    case 'withDriver':
      return choices([true, false], (yes) => texts.word(yes ? 'yes' : 'no'));
    case 'nights':
    case 'validDays':
    case 'vehicleSeats':
    case 'stayDays':
    case 'processingDays':
      return <InputNumber min={0} max={3650} precision={0} style={{ width: '100%' }} />;
    case 'checkInFrom':
    case 'checkOutUntil':
      return <Input placeholder="14:00" maxLength={5} />;
    default:
      return <Input maxLength={200} />;
  }
}
