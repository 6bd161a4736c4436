import { useQuery } from '@tanstack/react-query';
import { Card, Col, Flex, Form, Input, Row, Select } from 'antd';
import { todayIn } from '../../format/dates.ts';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useMe } from '../../session/me.ts';
import { CustomerSelect } from '../selling/customer-select.tsx';
import { ChooseDeparture, ChooseProduct } from '../../names/choose-records.tsx';
import { departureQuery } from '../selling/queries.ts';
import { CountFields, DiscountFields, LineFields } from './line-fields.tsx';
import type { QuotationForm } from './quotation-form.ts';
import { texts } from './texts.ts';

const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'SGD', 'AUD', 'THB', 'KRW'];

const required = () => [{ required: true, message: patternTexts.say('required') }];

/** The fields of a quotation: a departure, other lines, or both; what is taken off; until when it holds. */
export function QuotationFields({ customerFixed = false }: { readonly customerFixed?: boolean }) {
  const t = texts.use();
  const { productId, departureId, departure, currency } = useChosen();
  return (
    <Flex vertical gap="middle">
      {!customerFixed && (
        <Form.Item name="customerId" label={t('customer')} rules={required()} style={{ margin: 0 }}>
          <CustomerSelect />
        </Form.Item>
      )}
      <DepartureFields productId={productId} currencyFixed={departure !== undefined} />
      {departureId && (
        <Card size="small" title={t('party')}>
          <CountFields currency={currency} />
        </Card>
      )}
      <Card size="small" title={t('otherLines')}>
        <LineFields currency={currency} />
      </Card>
      <Card size="small" title={t('wholeDiscounts')}>
        <DiscountFields currency={currency} />
      </Card>
      <TermFields currency={currency} />
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </Flex>
  );
}

/** What is chosen by now, and the currency that follows from it. */
function useChosen() {
  const { currency: agencyCurrency } = useMe().agency;
  const productId = Form.useWatch<string | undefined>('productId');
  const departureId = Form.useWatch<string | undefined>('departureId');
  const said = Form.useWatch<string | undefined>('currency');
  const departure = useQuery({
    ...departureQuery(departureId ?? ''),
    enabled: departureId !== undefined,
  }).data;
  return {
    ...{ productId, departureId, departure },
    currency: departure?.currency ?? said ?? agencyCurrency,
  };
}

/** The product and its departure, which says the currency. */
function DepartureFields({
  productId,
  currencyFixed,
}: Pick<ReturnType<typeof useChosen>, 'productId'> & { readonly currencyFixed: boolean }) {
  const t = texts.use();
  const from = todayIn(useMe().agency.timeZone);
  const form = Form.useFormInstance<QuotationForm>();
  return (
    <Row gutter={16}>
      <Col xs={24} md={10}>
        <Form.Item name="productId" label={t('product')}>
          {/* A departure is of one product: with another one it is another quotation. */}
          <ChooseProduct
            onChange={() => {
              form.setFieldValue('departureId', undefined);
              form.setFieldValue('counts', []);
            }}
          />
        </Form.Item>
      </Col>
      <Col xs={24} md={10}>
        <Form.Item name="departureId" label={t('departure')}>
          <ChooseDeparture
            disabled={!productId}
            within={{ from, ...(productId && { productId }) }}
            onChange={(chosen) => {
              if (chosen === undefined) form.setFieldsValue({ counts: [] });
            }}
          />
        </Form.Item>
      </Col>
      <Col xs={24} md={4}>
        <Form.Item name="currency" label={t('currency')}>
          <Select disabled={currencyFixed} options={currencies.map((value) => ({ value, label: value }))} />
        </Form.Item>
      </Col>
    </Row>
  );
}

/** Coupons, another currency to show it in, and its last day. */
function TermFields({ currency }: { readonly currency: string }) {
  const t = texts.use();
  return (
    <Row gutter={16}>
      <Col xs={24} md={10}>
        <Form.Item name="coupons" label={t('coupons')} extra={t('couponsHint')}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
      </Col>
      <Col xs={12} md={7}>
        <Form.Item name="shownIn" label={t('shownIn')} extra={t('shownInHint')}>
          <Select
            allowClear
            options={currencies
              .filter((value) => value !== currency)
              .map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      </Col>
      <Col xs={12} md={7}>
        <Form.Item name="validUntil" label={t('validUntil')} rules={required()}>
          <LocalDateInput />
        </Form.Item>
      </Col>
    </Row>
  );
}
