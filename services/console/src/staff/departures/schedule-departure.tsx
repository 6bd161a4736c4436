import { useNavigate } from '@tanstack/react-router';
import { Col, Form, Input, InputNumber, Row } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Departure } from '../../api/gen/booking.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { ChooseProduct } from '../../names/choose-records.tsx';
import { PriceFields } from '../selling/price-fields.tsx';
import { texts } from './texts.ts';

type ScheduleForm = Pick<
  Departure,
  | 'productId'
  | 'groupNumber'
  | 'departsOn'
  | 'returnsOn'
  | 'capacity'
  | 'minimumGroup'
  | 'cutOffDays'
  | 'prices'
>;

/** Schedules a departure of a product, and opens its page. */
export function ScheduleDeparture({
  productId,
  open,
  onClose,
}: {
  readonly productId?: string | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const navigate = useNavigate();
  const { currency, timeZone } = useMe().agency;
  const [form] = Form.useForm<ScheduleForm>();
  const change = useChange(
    async ({ prices, ...body }: ScheduleForm, key) => {
      const { id } = await answer(
        api.booking.POST('/v1/departures', {
          body: { ...body, currency, timeZone, ...(prices.length > 0 && { prices }) },
          headers: changing(key),
        }),
      );
      await navigate({ to: '/departures/$departureId', params: { departureId: id } });
    },
    {
      touches: [
        ['booking', 'departure'],
        ['booking', 'product'],
      ],
      done: t('scheduled'),
    },
  );
  return (
    <FormDrawer
      title={t('schedule')}
      name="schedule-departure"
      {...{ open, onClose, form, change }}
      initial={{ ...(productId && { productId }), capacity: 20, minimumGroup: 2, cutOffDays: 3, prices: [] }}
      width={720}
    >
      <DepartureFields currency={currency} />
    </FormDrawer>
  );
}

function DepartureFields({ currency }: { readonly currency: string }) {
  const t = texts.use();
  const required = [{ required: true, message: patternTexts.say('required') }];
  const number = (name: 'capacity' | 'minimumGroup' | 'cutOffDays', label: string, min: number) => (
    <Col xs={24} sm={8}>
      <Form.Item name={name} label={label} rules={required}>
        <InputNumber min={min} max={1000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </Col>
  );
  return (
    <>
      <Form.Item name="productId" label={t('product')} rules={required}>
        <ChooseProduct />
      </Form.Item>
      <Form.Item name="groupNumber" label={t('group')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Row gutter={16}>
        <Col xs={24} sm={12}>
          <Form.Item name="departsOn" label={t('departsOn')} rules={required}>
            <LocalDateInput />
          </Form.Item>
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item name="returnsOn" label={t('returnsOn')} rules={required}>
            <LocalDateInput />
          </Form.Item>
        </Col>
        {number('capacity', t('capacity'), 1)}
        {number('minimumGroup', t('minimum'), 1)}
        {number('cutOffDays', t('cutOff'), 0)}
      </Row>
      <Form.Item label={t('prices')} extra={t('pricesHint')} required={false}>
        <PriceFields currency={currency} />
      </Form.Item>
    </>
  );
}
