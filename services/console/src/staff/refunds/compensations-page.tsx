import { answer, api, changing } from '../../api/client.ts';
import type { Compensation } from '../../api/gen/finance.ts';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf } from '../../patterns/list-search.ts';
import { Page } from '../../patterns/page.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { methods } from '../money/words.ts';
import { owedColumns, owedStates, useOwedFilters } from './owed-list.tsx';
import { ApproveStep, PayStep, type PaidForm } from './owed-steps.tsx';
import { compensationsRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What the agency owes customers beyond what they paid. */
export function CompensationsPage() {
  const t = texts.use();
  const search = compensationsRoute.useSearch();
  const navigate = compensationsRoute.useNavigate();
  return (
    <Page title={t('compensations')}>
      <List
        label={t('compensations')}
        queryKey={['finance', 'compensation']}
        load={async ({ state, ...query }, signal) => {
          const { compensations, next } = await answer(
            api.finance.GET('/v1/compensations', {
              params: { query: { ...query, ...oneOf('state', owedStates, state), limit: pageSize } },
              signal,
            }),
          );
          return { rows: compensations, next };
        }}
        columns={[
          ...owedColumns<Compensation>(t),
          { title: t('payMethod'), render: (_, { method }) => (method ? methods.word(method) : '—') },
          { title: t('step'), render: (_, compensation) => <CompensationStep compensation={compensation} /> },
        ]}
        filters={useOwedFilters()}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function CompensationStep({ compensation }: { readonly compensation: Compensation }) {
  const t = texts.use();
  const may = useMay();
  const { id: compensationId, version, state } = compensation;
  const request = (key: string) => ({
    params: { path: { compensationId } },
    headers: changing(key, version),
  });
  const touches = [
    ['finance', 'compensation'],
    ['booking', 'order'],
  ];
  const approve = useChange(
    (_input: null, key) =>
      answer(api.finance.POST('/v1/compensations/{compensationId}/approval', request(key))),
    { touches, done: t('approved') },
  );
  const pay = useChange(
    ({ paidOn, reference = '', method = 'bank-transfer' }: PaidForm, key) =>
      answer(
        api.finance.POST('/v1/compensations/{compensationId}/payment', {
          ...request(key),
          body: { paidOn, reference, method },
        }),
      ),
    { touches, done: t('paid') },
  );
  if (state === 'awaiting-approval')
    return may('finance.compensation.approve') ? <ApproveStep change={approve} /> : <>—</>;
  if (state === 'due' && may('finance.compensation.pay'))
    return (
      <PayStep change={pay} draft={{ name: `pay-compensation-${compensationId}`, version }} asksMethod />
    );
  return <>—</>;
}
