import { useQuery } from '@tanstack/react-query';
import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Allotment } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { ChooseSupplier } from '../../names/choose-records.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import type { ListSearch } from '../../patterns/list-search.ts';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { supplierQuery } from '../suppliers/supplier-query.ts';
import { ContractUnits } from './contract-units.tsx';
import { allotmentKinds } from './kinds.ts';
import { allotmentsRoute, type AllotmentFilter } from './routes.ts';
import { texts } from './texts.ts';

/** Units of suppliers that the agency may sell. */
export function AllotmentsPage() {
  const t = texts.use();
  const search = allotmentsRoute.useSearch();
  const navigate = allotmentsRoute.useNavigate();
  const may = useMay();
  const [entering, setEntering] = useState(false);
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <LinkButton to="/allotment-releases">{t('releases')}</LinkButton>
          {may('booking.allotment.contract') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setEntering(true)}>
              {t('enter')}
            </Button>
          )}
        </>
      }
    >
      <List<Allotment, AllotmentFilter>
        label={t('title')}
        queryKey={['booking', 'allotment']}
        load={load}
        columns={useColumns()}
        filters={[
          {
            name: 'kind',
            label: t('kind'),
            input: allotmentKinds.map((value) => ({ value, label: t(value) })),
          },
          { name: 'supplierId', label: t('supplier'), input: ChooseSupplier },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <ContractUnits supplierId={search.supplierId} open={entering} onClose={() => setEntering(false)} />
    </Page>
  );
}

async function load({ kind: said, ...query }: ListSearch<AllotmentFilter>, signal: AbortSignal) {
  const kind = allotmentKinds.find((one) => one === said);
  const { allotments, next } = await answer(
    api.booking.GET('/v1/allotments', {
      params: { query: { ...query, ...(kind && { kind }), limit: pageSize } },
      signal,
    }),
  );
  return { rows: allotments, next };
}

function useColumns(): Column<Allotment>[] {
  const t = texts.use();
  return [
    {
      title: t('name'),
      render: (_, { id, name }) => (
        <Link to="/allotments/$allotmentId" params={{ allotmentId: id }}>
          {localText(name)}
        </Link>
      ),
    },
    { title: t('supplier'), render: (_, { supplierId }) => <SupplierLink id={supplierId} /> },
    { title: t('kind'), render: (_, { kind }) => t(kind) },
    { title: t('mode'), render: (_, { mode }) => t(mode) },
    { title: t('contract'), render: (_, { contractNumber }) => contractNumber },
    { title: t('unitCode'), render: (_, { unitCode }) => unitCode },
    { title: t('releaseDays'), align: 'end', render: (_, { releaseDays }) => releaseDays },
  ];
}

/** A supplier by name, and the way to it. */
export function SupplierLink({ id }: { readonly id: string }) {
  useLocale();
  const enabled = useMay()('booking.supplier.read');
  const supplier = useQuery({ ...supplierQuery(id), enabled, staleTime: 300_000 }).data;
  if (!supplier) return <>—</>;
  return (
    <Link to="/suppliers/$supplierId" params={{ supplierId: id }}>
      {localText(supplier.name)}
    </Link>
  );
}
