import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, Flex } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { TrialBalance } from '../../api/gen/finance.ts';
import { localText } from '../../format/names.ts';
import { ChooseBranch } from '../../names/choose-records.tsx';
import { FilterBar } from '../../patterns/filter-bar.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { trialBalanceRoute } from './routes.ts';
import { texts } from './texts.ts';

/** Every account with its debits and credits, by currency; both sides come to the same. */
export function TrialBalancePage() {
  const t = texts.use();
  const search = trialBalanceRoute.useSearch();
  const navigate = trialBalanceRoute.useNavigate();
  const { after: _none, ...chosen } = search;
  const query = useQuery({
    queryKey: ['finance', 'entry', 'trial-balance', chosen],
    queryFn: ({ signal }) =>
      answer(api.finance.GET('/v1/trial-balance', { params: { query: chosen }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('trialBalance')} actions={<LinkButton to="/ledger">{t('title')}</LinkButton>}>
      <Card>
        <FilterBar
          filters={[
            { name: 'to', label: t('until'), input: 'date' },
            { name: 'branchId', label: t('branch'), input: ChooseBranch },
          ]}
          search={search}
          onSearch={(next) => void navigate({ search: next })}
        />
        <Loaded query={query}>{(balance) => <Balances balance={balance} />}</Loaded>
      </Card>
    </Page>
  );
}

/** A table for each currency: amounts of different ones are never summed. */
function Balances({ balance: { lines, totals } }: { readonly balance: TrialBalance }) {
  const t = texts.use();
  return (
    <Flex vertical gap="large">
      {totals.map(({ currency, debit, credit }) => {
        const money = (amount: string) => <Money of={{ amount, currency }} />;
        const rows = lines.filter((line) => line.currency === currency);
        const total = { code: '', name: { zh: t('total'), en: t('total') }, debit, credit, balance: null };
        return (
          <Itemised
            key={currency}
            label={`${t('trialBalance')} ${currency}`}
            rows={[...rows, total]}
            rowKey={({ code }) => code}
            columns={[
              {
                title: t('account'),
                render: (_, { code, name }) => `${code} ${localText(name)}`.trim(),
              },
              { title: t('debit'), align: 'right', render: (_, row) => money(row.debit) },
              { title: t('credit'), align: 'right', render: (_, row) => money(row.credit) },
              {
                title: t('balance'),
                align: 'right',
                render: (_, row) => (row.balance === null ? '—' : money(row.balance)),
              },
            ]}
          />
        );
      })}
    </Flex>
  );
}
