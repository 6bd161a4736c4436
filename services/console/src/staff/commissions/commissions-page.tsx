import { answer, api } from '../../api/client.ts';
import type { CommissionRecord } from '../../api/gen/booking.ts';
import { ChooseOrder } from '../../names/choose-records.tsx';
import { BranchName } from '../../names/names.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { OrderLink } from '../links.tsx';
import { commissionsRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What branches earned for single orders, and what was taken back. */
export function CommissionsPage() {
  const t = texts.use();
  const search = commissionsRoute.useSearch();
  const navigate = commissionsRoute.useNavigate();
  return (
    <Page
      title={t('title')}
      subtitle={t('why')}
      actions={<LinkButton to="/commissions/report">{t('report')}</LinkButton>}
    >
      <List<CommissionRecord, 'orderId'>
        label={t('title')}
        queryKey={['booking', 'commission']}
        load={async (query, signal) => {
          const { commissions, next } = await answer(
            api.booking.GET('/v1/commissions', { params: { query: { ...query, limit: pageSize } }, signal }),
          );
          return { rows: commissions, next };
        }}
        columns={useColumns()}
        filters={[{ name: 'orderId', label: t('order'), input: ChooseOrder }]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function useColumns(): Column<CommissionRecord>[] {
  const t = texts.use();
  return [
    { title: t('recordedOn'), render: (_, { recordedOn }) => recordedOn },
    { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
    {
      title: t('kind'),
      render: (_, { kind }) => (
        <StateTag tone={kind === 'earned' ? 'good' : 'over'}>{texts.word(kind)}</StateTag>
      ),
    },
    { title: t('seller'), render: (_, { sellingBranchId }) => <BranchName id={sellingBranchId} /> },
    { title: t('operator'), render: (_, { operatingBranchId }) => <BranchName id={operatingBranchId} /> },
    { title: t('amount'), align: 'end', render: (_, { amount }) => <Money of={amount} /> },
    { title: t('rulesVersion'), align: 'end', render: (_, { rulesVersion }) => rulesVersion },
  ];
}
