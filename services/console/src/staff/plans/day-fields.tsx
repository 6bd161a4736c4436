import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '../../patterns/icons.tsx';
import { Button, Card, Col, Flex, Form, Input, Row, Select } from 'antd';
import type { Plan } from '../../api/gen/itinerary.ts';
import { dateText } from '../../format/dates.ts';
import { TimeInput } from '../../patterns/time-input.tsx';
import { segmentKinds } from './segment-kinds.ts';
import { texts } from './texts.ts';
import './plans.css';

export type PlanForm = Pick<Plan, 'title' | 'days'>;

/** The fields of a plan: its name, and every day with what happens on it. */
export function PlanFields({ dates }: { readonly dates: readonly string[] }) {
  const t = texts.use();
  return (
    <>
      <Both name={['title']} zh={t('nameZh')} en={t('nameEn')} maxLength={200} />
      <Form.List name="days">
        {(days) => (
          <Flex vertical gap="middle">
            {days.map(({ key, name }) => {
              const date = dates[name];
              const heading = [t('day', { day: name + 1 }), date && dateText(date)]
                .filter(Boolean)
                .join(' · ');
              return (
                <Card key={key} size="small" title={heading} role="group" aria-label={heading}>
                  <Both name={[name, 'title']} zh={t('dayTitleZh')} en={t('dayTitleEn')} maxLength={200} />
                  <Segments day={name} />
                </Card>
              );
            })}
          </Flex>
        )}
      </Form.List>
    </>
  );
}

/** A text in both languages, side by side where there is room. */
function Both(props: {
  readonly name: readonly (string | number)[];
  readonly zh: string;
  readonly en: string;
  readonly maxLength: number;
}) {
  const t = texts.use();
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <Row gutter={12}>
      {(['zh', 'en'] as const).map((locale) => (
        <Col key={locale} xs={24} sm={12}>
          <Form.Item name={[...props.name, locale]} label={props[locale]} rules={required}>
            <Input maxLength={props.maxLength} />
          </Form.Item>
        </Col>
      ))}
    </Row>
  );
}

function Segments({ day }: { readonly day: number }) {
  const t = texts.use();
  return (
    <Form.List name={[day, 'segments']}>
      {(segments, { add, remove, move }) => (
        <>
          {segments.map(({ key, name }) => (
            <div key={key} className="plan-segment">
              <Flex gap="small" align="start" wrap>
                <SegmentWhen day={day} name={name} />
                <Flex gap={4} className="segment-steps">
                  <Button
                    type="text"
                    icon={<ArrowUpOutlined />}
                    aria-label={t('up')}
                    disabled={name === 0}
                    onClick={() => move(name, name - 1)}
                  />
                  <Button
                    type="text"
                    icon={<ArrowDownOutlined />}
                    aria-label={t('down')}
                    disabled={name === segments.length - 1}
                    onClick={() => move(name, name + 1)}
                  />
                  <Button
                    type="text"
                    danger
                    icon={<DeleteOutlined />}
                    aria-label={t('remove')}
                    onClick={() => remove(name)}
                  />
                </Flex>
              </Flex>
              <Both name={[name, 'text']} zh={t('textZh')} en={t('textEn')} maxLength={2000} />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ kind: 'sight' })}>
            {t('addSegment')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function SegmentWhen({ day, name }: { readonly day: number; readonly name: number }) {
  const t = texts.use();
  const path = ['days', day, 'segments', name];
  const shopping = Form.useWatch([...path, 'kind']) === 'shopping';
  // Tour law: nobody is taken to a shop without the plan saying for how long.
  const times = [{ required: shopping, message: t('shoppingTimes') }];
  return (
    <>
      <Form.Item name={[name, 'kind']} label={t('kind')} required style={{ width: 140 }}>
        <Select options={segmentKinds.map((value) => ({ value, label: texts.word(value) }))} />
      </Form.Item>
      <Form.Item name={[name, 'from']} label={t('from')} rules={times} style={{ width: 120 }}>
        <TimeInput />
      </Form.Item>
      <Form.Item name={[name, 'to']} label={t('to')} rules={times} style={{ width: 120 }}>
        <TimeInput />
      </Form.Item>
    </>
  );
}
