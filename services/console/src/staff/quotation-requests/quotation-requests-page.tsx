import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { QuotationRequest } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { ChooseBranch, ChooseCustomer, ChooseProduct } from '../../names/choose-records.tsx';
import { BranchName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf, type ListSearch } from '../../patterns/list-search.ts';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMe } from '../../session/me.ts';
import { CustomerLink, ProductLink } from '../links.tsx';
import { datesText, RequestState, requestStates } from './request-words.tsx';
import { quotationRequestsRoute, type QuotationRequestFilter } from './routes.ts';
import { texts } from './texts.ts';

/** What customers ask to be quoted in the portal; the newest first. */
export function QuotationRequestsPage() {
  const t = texts.use();
  const search = quotationRequestsRoute.useSearch();
  const navigate = quotationRequestsRoute.useNavigate();
  return (
    <Page title={t('title')}>
      <List<QuotationRequest, QuotationRequestFilter>
        label={t('title')}
        queryKey={['booking', 'quotation-request']}
        load={load}
        columns={useColumns()}
        filters={[
          {
            name: 'state',
            label: t('state'),
            input: requestStates.map((value) => ({ value, label: t(value) })),
          },
          { name: 'customerId', label: t('customer'), input: ChooseCustomer },
          { name: 'productId', label: t('product'), input: ChooseProduct },
          { name: 'branchId', label: t('branch'), input: ChooseBranch },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

async function load({ state, ...said }: ListSearch<QuotationRequestFilter>, signal: AbortSignal) {
  const query = { ...said, ...oneOf('state', requestStates, state), limit: pageSize };
  const { requests, next } = await answer(
    api.booking.GET('/v1/quotation-requests', { params: { query }, signal }),
  );
  return { rows: requests, next };
}

function useColumns(): Column<QuotationRequest>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('words'),
      className: 'long-text',
      render: (_, { id, words }) => (
        <Link to="/quotation-requests/$quotationRequestId" params={{ quotationRequestId: id }}>
          {words || t('noWords')}
        </Link>
      ),
    },
    { title: t('state'), render: (_, { state }) => <RequestState of={state} /> },
    { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
    {
      title: t('product'),
      render: (_, { productId }) => (productId ? <ProductLink id={productId} /> : '—'),
    },
    { title: t('travellers'), align: 'end', render: (_, { travellers }) => travellers },
    { title: t('dates'), render: (_, request) => datesText(request) ?? '—' },
    {
      title: t('budget'),
      align: 'end',
      render: (_, { budget }) => (budget ? <Money of={budget} /> : '—'),
    },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('askedAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}
