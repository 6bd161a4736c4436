import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { Entry } from '../../api/gen/finance.ts';
import { localText } from '../../format/names.ts';
import { sumOf } from '../../format/money.ts';
import { ChooseBranch } from '../../names/choose-records.tsx';
import { BranchName } from '../../names/names.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf } from '../../patterns/list-search.ts';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { PostedBy } from './posted-by.tsx';
import { entriesRoute } from './routes.ts';
import { sourceKinds, texts } from './texts.ts';

/** What was posted, newest first. */
export function EntriesPage() {
  const t = texts.use();
  const search = entriesRoute.useSearch();
  const navigate = entriesRoute.useNavigate();
  const balance = useMay()('finance.trial-balance.read') && (
    <LinkButton to="/ledger/trial-balance">{t('trialBalance')}</LinkButton>
  );
  return (
    <Page title={t('title')} actions={balance}>
      <List
        label={t('title')}
        queryKey={['finance', 'entry']}
        load={async ({ sourceKind, ...query }, signal) => {
          const { entries, next } = await answer(
            api.finance.GET('/v1/entries', {
              params: {
                query: { ...query, ...oneOf('sourceKind', sourceKinds, sourceKind), limit: pageSize },
              },
              signal,
            }),
          );
          return { rows: entries, next };
        }}
        columns={useColumns()}
        filters={[
          { name: 'from', label: t('from'), input: 'date' },
          { name: 'to', label: t('to'), input: 'date' },
          {
            name: 'sourceKind',
            label: t('source'),
            input: sourceKinds.map((value) => ({ value, label: t(value) })),
          },
          { name: 'branchId', label: t('branch'), input: ChooseBranch },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

/** One side of an entry: both are the same. */
const amountOf = ({ postings }: Entry) => {
  const debits = postings.filter(({ side }) => side === 'debit');
  const currency = debits[0]?.amount.currency ?? '';
  const own = debits.filter(({ amount }) => amount.currency === currency);
  return { amount: sumOf(own.map(({ amount }) => amount.amount)), currency };
};

function useColumns(): Column<Entry>[] {
  const t = texts.use();
  return [
    {
      title: t('number'),
      render: (_, { id, number }) => (
        <Link to="/ledger/$entryId" params={{ entryId: id }}>
          {number}
        </Link>
      ),
    },
    { title: t('date'), render: (_, { date }) => date },
    { title: t('text'), render: (_, { text }) => localText(text) },
    { title: t('source'), render: (_, { sourceKind }) => texts.word(sourceKind) },
    { title: t('amount'), align: 'end', render: (_, entry) => <Money of={amountOf(entry)} /> },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('postedBy'), render: (_, { postedBy }) => <PostedBy actor={postedBy} /> },
  ];
}
