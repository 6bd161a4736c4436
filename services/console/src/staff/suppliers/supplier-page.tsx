import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { SupplierDetail } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { usePlaceText } from '../../names/cities.ts';
import { useContractWarning } from '../../names/supplier-contract.ts';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { supplierRoute } from './routes.ts';
import { supplierQuery } from './supplier-query.ts';
import { ChangeSupplier } from './supplier-form.tsx';
import { SupplierContacts } from './supplier-contacts.tsx';
import { SupplierRates } from './supplier-rates.tsx';
import { SupplierRatings } from './supplier-ratings.tsx';
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
  const warning = useContractWarning()(supplier);
  return (
    <Page
      title={localText(supplier.name)}
      tags={<SupplierState of={supplier.state} />}
      subtitle={t(supplier.kind)}
      actions={<Actions supplier={supplier} />}
    >
      <Flex vertical gap="middle">
        {warning && <Alert type="warning" showIcon title={`${warning} · ${t('contractWhy')}`} />}
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
        <SupplierContacts supplier={supplier} />
        {may('booking.supplier-rate.read') && <SupplierRates supplierId={supplier.id} />}
        <SupplierRatings supplierId={supplier.id} />
      </Flex>
    </Page>
  );
}

function Actions({ supplier }: { readonly supplier: SupplierDetail }) {
  const t = texts.use();
  const may = useMay();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  return (
    <>
      {may('booking.allotment.read') && (
        <Button onClick={() => void navigate({ to: '/allotments', search: { supplierId: supplier.id } })}>
          {t('allotments')}
        </Button>
      )}
      {may('booking.supplier.change') && <Button onClick={() => setEditing(true)}>{t('change')}</Button>}
      {may('booking.supplier.block') && <Blocking supplier={supplier} />}
      <ChangeSupplier supplier={supplier} open={editing} onClose={() => setEditing(false)} />
    </>
  );
}

/** Has nothing be bought of a supplier any more, or again. */
function Blocking({ supplier }: { readonly supplier: SupplierDetail }) {
  const t = texts.use();
  const [asking, setAsking] = useState<'block' | 'unblock'>();
  const { id: supplierId, version, state } = useAsOpened(supplier, asking !== undefined);
  const onClose = () => setAsking(undefined);
  const offered = state === 'active' ? 'block' : 'unblock';
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
      <Button danger={offered === 'block'} onClick={() => setAsking(offered)}>
        {t(offered)}
      </Button>
      <ActionDialog
        title={t('block')}
        explanation={t('blockWhy')}
        action={t('block')}
        danger
        draft={{ name: `block-supplier-${supplierId}`, version }}
        open={asking === 'block'}
        onClose={onClose}
        change={block}
      >
        <ReasonField />
      </ActionDialog>
      <ActionDialog
        title={t('unblock')}
        action={t('unblock')}
        open={asking === 'unblock'}
        onClose={onClose}
        change={unblock}
      />
    </>
  );
}
