import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card, DatePicker, Flex, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { SupplierRate } from '../../api/gen/booking.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { SetRate } from './set-rate.tsx';
import { texts } from './texts.ts';

/** What the services of a supplier cost the agency, all or those of one day. */
export function SupplierRates({ supplierId }: { readonly supplierId: string }) {
  const t = texts.use();
  const may = useMay();
  const [on, setOn] = useState<string>();
  const [setting, setSetting] = useState(false);
  const query = useQuery({
    queryKey: ['booking', 'supplier', supplierId, 'rates', on],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/suppliers/{supplierId}/rates', {
          params: { path: { supplierId }, query: { limit: 100, ...(on && { on }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const set = may('booking.supplier-rate.set') && (
    <Button onClick={() => setSetting(true)}>{t('setRate')}</Button>
  );
  return (
    <Card title={t('rates')} extra={set}>
      <Flex vertical gap="middle">
        <DatePicker
          aria-label={t('rateOn')}
          placeholder={t('rateOn')}
          value={on ? dayjs(on) : null}
          onChange={(day) => setOn(day?.format('YYYY-MM-DD'))}
          style={{ alignSelf: 'start' }}
        />
        <Loaded query={query} lines={2}>
          {({ rates }) =>
            rates.length === 0 ? (
              <Typography.Text type="secondary">{t(on ? 'noRateOn' : 'noRates')}</Typography.Text>
            ) : (
              <Rates rates={rates} />
            )
          }
        </Loaded>
      </Flex>
      <SetRate supplierId={supplierId} open={setting} onClose={() => setSetting(false)} />
    </Card>
  );
}

function Rates({ rates }: { readonly rates: readonly SupplierRate[] }) {
  const t = texts.use();
  const may = useMay();
  return (
    <Itemised<SupplierRate>
      label={t('rates')}
      rows={rates}
      rowKey={({ id }) => id}
      columns={[
        { title: t('service'), dataIndex: 'service' },
        { title: t('unit'), render: (_, { unit }) => t(unit) },
        { title: t('validity'), render: (_, one) => `${one.validFrom} – ${one.validTo}` },
        { title: t('minimum'), align: 'right', dataIndex: 'minimumUnits' },
        { title: t('amount'), align: 'right', render: (_, { amount }) => <Money of={amount} /> },
        ...(may('booking.supplier-rate.set')
          ? [{ title: t('deeds'), render: (_: unknown, rate: SupplierRate) => <EndRate rate={rate} /> }]
          : []),
      ]}
    />
  );
}

function EndRate({ rate: { id: rateId, supplierId, service } }: { readonly rate: SupplierRate }) {
  const t = texts.use();
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.DELETE('/v1/suppliers/{supplierId}/rates/{rateId}', {
          params: { path: { supplierId, rateId } },
          headers: changing(key),
        }),
      ),
    { touches: [['booking', 'supplier']], done: t('rateEnded') },
  );
  return (
    <Confirm
      label={t('endRate')}
      why={t('endRateWhy', { service })}
      input={{}}
      change={change}
      danger
      button={{ size: 'small' }}
    />
  );
}
