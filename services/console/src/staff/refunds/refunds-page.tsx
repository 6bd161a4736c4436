import { answer, api, changing } from '../../api/client.ts';
import type { Refund } from '../../api/gen/finance.ts';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf } from '../../patterns/list-search.ts';
import { Page } from '../../patterns/page.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { methods } from '../money/words.ts';
import { owedColumns, owedStates, useOwedFilters } from './owed-list.tsx';
import { ApproveStep, PayStep, type PaidForm } from './owed-steps.tsx';
import { refundsRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What goes back to customers: approved by somebody else than who cancelled, then paid. */
export function RefundsPage() {
  const t = texts.use();
  const search = refundsRoute.useSearch();
  const navigate = refundsRoute.useNavigate();
  return (
    <Page title={t('title')}>
      <List
        label={t('title')}
        queryKey={['finance', 'refund']}
        load={async ({ state, ...query }, signal) => {
          const { refunds, next } = await answer(
            api.finance.GET('/v1/refunds', {
              params: { query: { ...query, ...oneOf('state', owedStates, state), limit: pageSize } },
              signal,
            }),
          );
          return { rows: refunds, next };
        }}
        columns={[
          ...owedColumns<Refund>(t),
          { title: t('method'), render: (_, { method }) => methods.word(method) },
          { title: t('step'), render: (_, refund) => <RefundStep refund={refund} /> },
        ]}
        filters={useOwedFilters()}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function RefundStep({ refund }: { readonly refund: Refund }) {
  const t = texts.use();
  const may = useMay();
  const { id: refundId, version, state, method } = refund;
  const request = (key: string) => ({
    params: { path: { refundId } },
    headers: changing(key, version),
  });
  const touches = [
    ['finance', 'refund'],
    ['finance', 'payment'],
    ['booking', 'order'],
  ];
  const approve = useChange(
    (_input: null, key) => answer(api.finance.POST('/v1/refunds/{refundId}/approval', request(key))),
    { touches, done: t('approved') },
  );
  const pay = useChange(
    ({ paidOn, reference = '' }: PaidForm, key) =>
      answer(
        api.finance.POST('/v1/refunds/{refundId}/payment', { ...request(key), body: { paidOn, reference } }),
      ),
    { touches, done: t('paid') },
  );
  if (state === 'awaiting-approval')
    return may('finance.refund.approve') ? <ApproveStep change={approve} /> : <>—</>;
  if (state === 'due' && may('finance.refund.pay'))
    return (
      <PayStep
        change={pay}
        draft={{ name: `pay-refund-${refundId}`, version }}
        hint={t('payHint', { method: methods.word(method) })}
      />
    );
  return <>—</>;
}
