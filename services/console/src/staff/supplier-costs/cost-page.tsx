import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { SupplierCost } from '../../api/gen/finance.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { DepartureLink } from '../links.tsx';
import { EntryLink, MoneyState } from '../money/money-state.tsx';
import { services } from '../money/words.ts';
import { costRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What one supplier was owed for a group. */
export function CostPage() {
  const { supplierCostId } = costRoute.useParams();
  const query = useQuery({
    queryKey: ['finance', 'supplier-cost', supplierCostId],
    queryFn: ({ signal }) =>
      answer(
        api.finance.GET('/v1/supplier-costs/{supplierCostId}', {
          params: { path: { supplierCostId } },
          signal,
        }),
      ),
  });
  return <Loaded query={query}>{(cost) => <OneCost cost={cost} />}</Loaded>;
}

function OneCost({ cost }: { readonly cost: SupplierCost }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { supplierName, serviceKind, amount, departureId, entryId, entryNumber } = cost;
  return (
    <Page
      title={`${supplierName} · ${services.word(serviceKind)}`}
      tags={<MoneyState of={cost.state} />}
      subtitle={cost.description}
    >
      <Card>
        <Facts
          of={[
            [t('amount'), <Money key="amount" of={amount} />],
            [t('incurredOn'), cost.incurredOn],
            [t('departure'), <DepartureLink key="departure" id={departureId} />],
            [t('supplier'), <Supplier key="supplier" of={cost} />],
            [t('voucher'), <EntryLink key="entry" id={entryId} number={entryNumber} />],
            [t('branch'), <BranchName key="branch" id={cost.branchId} />],
            [t('recordedBy'), <UserName key="by" id={cost.recordedBy} />],
            [t('recordedAt'), instantText(cost.createdAt, timeZone)],
          ]}
        />
      </Card>
    </Page>
  );
}

/** The way to the supplier, where it is one of the directory. */
function Supplier({ of: { supplierId, supplierName } }: { readonly of: SupplierCost }) {
  const may = useMay();
  if (supplierId === null || !may('booking.supplier.read')) return <>{supplierName}</>;
  return (
    <Link to="/suppliers/$supplierId" params={{ supplierId }}>
      {supplierName}
    </Link>
  );
}
