import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input, Radio, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { SupplierRating } from '../../api/gen/booking.ts';
import { instantText, todayIn } from '../../format/dates.ts';
import { ChooseDeparture } from '../../names/choose-records.tsx';
import { UserName } from '../../names/names.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { DepartureLink } from '../links.tsx';
import { texts } from './texts.ts';

/** What the staff thinks of a supplier after trips. */
export function SupplierRatings({ supplierId }: { readonly supplierId: string }) {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  const [rating, setRating] = useState(false);
  const query = useQuery({
    queryKey: ['booking', 'supplier', supplierId, 'ratings'],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/suppliers/{supplierId}/ratings', {
          params: { path: { supplierId }, query: { limit: 50 } },
          signal,
        }),
      ),
  });
  const rate = may('booking.supplier.rate') && <Button onClick={() => setRating(true)}>{t('rate')}</Button>;
  return (
    <Card title={t('ratings')} extra={rate}>
      <Loaded query={query} lines={2}>
        {({ ratings }) =>
          ratings.length === 0 ? (
            <Typography.Text type="secondary">{t('noRatings')}</Typography.Text>
          ) : (
            <Itemised<SupplierRating>
              label={t('ratings')}
              rows={ratings}
              rowKey={({ id }) => id}
              columns={[
                { title: t('score'), render: (_, { score }) => t('points', { score }) },
                {
                  title: t('ratingReason'),
                  render: (_, { reason }) => <div className="long-text">{reason}</div>,
                },
                {
                  title: t('departure'),
                  render: (_, { departureId }) => <DepartureLink id={departureId} stacked />,
                },
                { title: t('ratedBy'), render: (_, { ratedBy }) => <UserName id={ratedBy} /> },
                { title: t('ratedAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
              ]}
            />
          )
        }
      </Loaded>
      <RateSupplier supplierId={supplierId} open={rating} onClose={() => setRating(false)} />
    </Card>
  );
}

interface RatingForm {
  readonly departureId: string;
  readonly score: number;
  readonly reason: string;
}

/** Days within which a trip is usually rated. */
const recentDays = 180;

function RateSupplier({
  supplierId,
  open,
  onClose,
}: {
  readonly supplierId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const today = todayIn(useMe().agency.timeZone);
  const [form] = Form.useForm<RatingForm>();
  const change = useChange(
    (body: RatingForm, key) =>
      answer(
        api.booking.POST('/v1/suppliers/{supplierId}/ratings', {
          params: { path: { supplierId } },
          body,
          headers: changing(key),
        }),
      ),
    { touches: [['booking', 'supplier']], done: t('rated') },
  );
  const required = { required: true, message: t('required') };
  const within = { from: dayjs(today).subtract(recentDays, 'day').format('YYYY-MM-DD'), to: today };
  return (
    <FormDrawer<RatingForm>
      title={t('rate')}
      name={`rate-supplier-${supplierId}`}
      {...{ open, onClose, form, change }}
    >
      <Form.Item name="departureId" label={t('departure')} extra={t('departureHint')} rules={[required]}>
        <ChooseDeparture within={within} />
      </Form.Item>
      <Form.Item name="score" label={t('score')} extra={t('scoreHint')} rules={[required]}>
        <Radio.Group options={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('ratingReason')}
        rules={[required, { min: 3, whitespace: true, message: t('atLeast') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
