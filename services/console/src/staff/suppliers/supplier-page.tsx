import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { SupplierDetail, SupplierRate } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { usePlaceText } from '../../names/cities.ts';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { supplierRoute } from './routes.ts';
import { supplierQuery } from './supplier-query.ts';
import { ChangeSupplier } from './supplier-form.tsx';
import { SupplierState } from './suppliers-page.tsx';
import { texts } from './texts.ts';

/** One supplier: whom to talk to, and what its services cost. */
export function SupplierPage() {
  const { supplierId } = supplierRoute.useParams();
  const query = useQuery(supplierQuery(supplierId));
  return <Loaded query={query}>{(supplier) => <OneSupplier supplier={supplier} />}</Loaded>;
}

function OneSupplier({ supplier }: { readonly supplier: SupplierDetail }) {
  const t = texts.use();
  const placeText = usePlaceText();
  const may = useMay();
  const { rating, ratings } = supplier;
  return (
    <Page
      title={localText(supplier.name)}
      tags={<SupplierState of={supplier.state} />}
      subtitle={t(supplier.kind)}
      actions={<Actions supplier={supplier} />}
    >
      <Flex vertical gap="middle">
        <Card title={t('overview')}>
          <Facts
            of={[
              [t('place'), placeText(supplier.country, supplier.city)],
              [t('contractUntil'), supplier.contractUntil],
              [t('rating'), rating && t('ratingOf', { rating, count: ratings })],
              ...(supplier.blockReason ? [[t('blockReason'), supplier.blockReason] as const] : []),
              [t('note'), supplier.note || null],
            ]}
          />
        </Card>
        <Card title={t('contacts')}>
          {supplier.contacts.length === 0 ? (
            <Typography.Text type="secondary">{t('noContacts')}</Typography.Text>
          ) : (
            <Itemised
              label={t('contacts')}
              rows={supplier.contacts}
              rowKey={({ name, duty }) => `${name} ${duty}`}
              columns={[
                { title: t('contact'), dataIndex: 'name' },
                { title: t('duty'), render: (_, { duty }) => duty || '—' },
                { title: t('phone'), render: (_, { phone }) => phone ?? '—' },
                { title: t('email'), render: (_, { email }) => email ?? '—' },
              ]}
            />
          )}
        </Card>
        {may('booking.supplier-rate.read') && <Rates supplierId={supplier.id} />}
      </Flex>
    </Page>
  );
}

function Rates({ supplierId }: { readonly supplierId: string }) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'supplier', supplierId, 'rates'],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/suppliers/{supplierId}/rates', {
          params: { path: { supplierId }, query: { limit: 100 } },
          signal,
        }),
      ),
  });
  return (
    <Card title={t('rates')}>
      <Loaded query={query} lines={2}>
        {({ rates }) =>
          rates.length === 0 ? (
            <Typography.Text type="secondary">{t('noRates')}</Typography.Text>
          ) : (
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
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

function Actions({ supplier }: { readonly supplier: SupplierDetail }) {
  const t = texts.use();
  const may = useMay();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<'change' | 'block' | 'unblock'>();
  const { id: supplierId, version, state } = supplier;
  const onClose = () => setChosen(undefined);
  const touches = [['booking', 'supplier']];
  const at = (key: string) => ({ params: { path: { supplierId } }, headers: changing(key, version) });
  const block = useChange(
    (body: { readonly reason: string }, key) =>
      answer(api.booking.POST('/v1/suppliers/{supplierId}/blocking', { ...at(key), body })),
    { touches, done: t('blockedNow') },
  );
  const unblock = useChange(
    (_nothing: object, key) => answer(api.booking.POST('/v1/suppliers/{supplierId}/unblocking', at(key))),
    { touches, done: t('unblockedNow') },
  );
  return (
    <>
      {may('booking.allotment.read') && (
        <Button onClick={() => void navigate({ to: '/allotments', search: { supplierId } })}>
          {t('allotments')}
        </Button>
      )}
      {may('booking.supplier.change') && <Button onClick={() => setChosen('change')}>{t('change')}</Button>}
      {may('booking.supplier.block') && (
        <Button
          danger={state === 'active'}
          onClick={() => setChosen(state === 'active' ? 'block' : 'unblock')}
        >
          {t(state === 'active' ? 'block' : 'unblock')}
        </Button>
      )}
      <ChangeSupplier supplier={supplier} open={chosen === 'change'} onClose={onClose} />
      <ActionDialog
        title={t('block')}
        explanation={t('blockWhy')}
        action={t('block')}
        danger
        open={chosen === 'block'}
        onClose={onClose}
        change={block}
      >
        <ReasonField />
      </ActionDialog>
      <ActionDialog
        title={t('unblock')}
        action={t('unblock')}
        open={chosen === 'unblock'}
        onClose={onClose}
        change={unblock}
      />
    </>
  );
}
