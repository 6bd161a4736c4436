import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { Allotment } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { List, pageSize } from '../../patterns/list-page.tsx';
import type { ListSearch } from '../../patterns/list-search.ts';
import { Page } from '../../patterns/page.tsx';
import type { ProColumns } from '../../pro/index.ts';
import { useMay } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { supplierQuery } from '../suppliers/supplier-query.ts';
import { allotmentsRoute, type AllotmentFilter } from './routes.ts';
import { texts } from './texts.ts';

const kinds = ['room', 'seat', 'ticket'] as const;

/** Units of suppliers that the agency may sell. */
export function AllotmentsPage() {
  const t = texts.use();
  const search = allotmentsRoute.useSearch();
  const navigate = allotmentsRoute.useNavigate();
  return (
    <Page title={t('title')}>
      <List<Allotment, AllotmentFilter>
        label={t('title')}
        queryKey={['booking', 'allotment']}
        load={load}
        columns={useColumns()}
        filters={[
          { name: 'kind', label: t('kind'), input: kinds.map((value) => ({ value, label: t(value) })) },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

async function load({ kind: said, ...query }: ListSearch<AllotmentFilter>, signal: AbortSignal) {
  const kind = kinds.find((one) => one === said);
  const { allotments, next } = await answer(
    api.booking.GET('/v1/allotments', {
      params: { query: { ...query, ...(kind && { kind }), limit: pageSize } },
      signal,
    }),
  );
  return { rows: allotments, next };
}

function useColumns(): ProColumns<Allotment>[] {
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
