import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Supplier } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { usePlaceText } from '../../names/cities.ts';
import { List, pageSize } from '../../patterns/list-page.tsx';
import type { ListSearch } from '../../patterns/list-search.ts';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { EnterSupplier } from './supplier-form.tsx';
import { suppliersRoute, type SupplierFilter } from './routes.ts';
import { supplierKinds } from './kinds.ts';
import { texts } from './texts.ts';

const states = ['active', 'blocked'] as const;

/** Whom the agency buys from. */
export function SuppliersPage() {
  const t = texts.use();
  const may = useMay();
  const search = suppliersRoute.useSearch();
  const navigate = suppliersRoute.useNavigate();
  const [entering, setEntering] = useState(false);
  const enter = may('booking.supplier.enter') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEntering(true)}>
      {t('enter')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={enter}>
      <List<Supplier, SupplierFilter>
        label={t('title')}
        queryKey={['booking', 'supplier']}
        load={load}
        columns={useColumns()}
        filters={[
          {
            name: 'kind',
            label: t('kind'),
            input: supplierKinds.map((value) => ({ value, label: t(value) })),
          },
          { name: 'city', label: t('city') },
          { name: 'state', label: t('state'), input: states.map((value) => ({ value, label: t(value) })) },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <EnterSupplier open={entering} onClose={() => setEntering(false)} />
    </Page>
  );
}

async function load({ kind: said, state: asked, ...query }: ListSearch<SupplierFilter>, signal: AbortSignal) {
  const kind = supplierKinds.find((one) => one === said);
  const state = states.find((one) => one === asked);
  const { suppliers, next } = await answer(
    api.booking.GET('/v1/suppliers', {
      params: { query: { ...query, ...(kind && { kind }), ...(state && { state }), limit: pageSize } },
      signal,
    }),
  );
  return { rows: suppliers, next };
}

function useColumns(): Column<Supplier>[] {
  const t = texts.use();
  const placeText = usePlaceText();
  return [
    {
      title: t('name'),
      render: (_, { id, name }) => (
        <Link to="/suppliers/$supplierId" params={{ supplierId: id }}>
          {localText(name)}
        </Link>
      ),
    },
    { title: t('kind'), render: (_, { kind }) => t(kind) },
    { title: t('place'), render: (_, { country, city }) => placeText(country, city) },
    { title: t('state'), render: (_, { state }) => <SupplierState of={state} /> },
    {
      title: t('rating'),
      render: (_, { rating, ratings }) => (rating ? t('ratingOf', { rating, count: ratings }) : '—'),
    },
    { title: t('contractUntil'), render: (_, { contractUntil }) => contractUntil ?? '—' },
  ];
}

export function SupplierState({ of }: { readonly of: string }) {
  texts.use();
  return <StateTag tone={of === 'active' ? 'good' : 'bad'}>{texts.word(of)}</StateTag>;
}
