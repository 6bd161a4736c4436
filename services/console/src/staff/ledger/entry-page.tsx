import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Entry } from '../../api/gen/finance.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { BranchName } from '../../names/names.tsx';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { EntryLink } from '../money/money-state.tsx';
import { AccountName } from './accounts.tsx';
import { PostedBy } from './posted-by.tsx';
import { entryRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One entry with its postings. */
export function EntryPage() {
  const { entryId } = entryRoute.useParams();
  const query = useQuery({
    queryKey: ['finance', 'entry', entryId],
    queryFn: ({ signal }) =>
      answer(api.finance.GET('/v1/entries/{entryId}', { params: { path: { entryId } }, signal })),
  });
  return <Loaded query={query}>{(entry) => <OneEntry entry={entry} />}</Loaded>;
}

/** What a person may take back by hand; the rest follows what happens elsewhere. */
const reversible = ['payment', 'supplier-cost'];

/** What took an entry back; null when nothing did, undefined where it cannot be or is not known yet. */
function useReversal(entry: Entry): Entry | null | undefined {
  const query = useQuery({
    queryKey: ['finance', 'entry', entry.id, 'reversal'],
    queryFn: async ({ signal }) => {
      const query = { limit: 1, sourceKind: 'reversal' as const, sourceId: entry.id };
      return (await answer(api.finance.GET('/v1/entries', { params: { query }, signal }))).entries[0] ?? null;
    },
    enabled: reversible.includes(entry.sourceKind),
  });
  return query.data;
}

function OneEntry({ entry }: { readonly entry: Entry }) {
  const t = texts.use();
  const may = useMay();
  const [reversing, setReversing] = useState(false);
  const { timeZone } = useMe().agency;
  const reversal = useReversal(entry);
  // Before it is known that there is none, none is offered.
  const reverse = may('finance.entry.reverse') && reversal === null && (
    <Button danger onClick={() => setReversing(true)}>
      {t('reverse')}
    </Button>
  );
  return (
    <Page title={entry.number} subtitle={localText(entry.text)} actions={reverse}>
      <Flex vertical gap="middle">
        <Card>
          <Facts
            of={[
              [t('date'), entry.date],
              [t('source'), texts.word(entry.sourceKind)],
              [t('branch'), <BranchName key="branch" id={entry.branchId} />],
              [t('postedBy'), <PostedBy key="by" actor={entry.postedBy} />],
              [t('postedAt'), instantText(entry.postedAt, timeZone)],
              [
                t('reverses'),
                entry.reversesEntryId && (
                  <Link key="reverses" to="/ledger/$entryId" params={{ entryId: entry.reversesEntryId }}>
                    {t('openReversed')}
                  </Link>
                ),
              ],
              [t('reversedBy'), reversal && <EntryLink id={reversal.id} number={reversal.number} />],
            ]}
          />
        </Card>
        <Card title={t('postings')}>
          <Postings entry={entry} />
        </Card>
      </Flex>
      <Reverse entry={entry} open={reversing} onClose={() => setReversing(false)} />
    </Page>
  );
}

function Postings({ entry }: { readonly entry: Entry }) {
  const t = texts.use();
  return (
    <Itemised
      label={t('postings')}
      rows={entry.postings.map((posting, index) => ({ ...posting, key: String(index) }))}
      rowKey={({ key }) => key}
      columns={[
        { title: t('account'), render: (_, { account }) => <AccountName code={account} /> },
        {
          title: t('debit'),
          align: 'right',
          render: (_, { side, amount }) => side === 'debit' && <Money of={amount} />,
        },
        {
          title: t('credit'),
          align: 'right',
          render: (_, { side, amount }) => side === 'credit' && <Money of={amount} />,
        },
      ]}
    />
  );
}

/** Posts the opposite, with a reason, and opens it. */
function Reverse({
  entry,
  open,
  onClose,
}: {
  readonly entry: Entry;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const navigate = useNavigate();
  const change = useChange(
    async (body: { readonly reason: string }, key) => {
      const { id } = await answer(
        api.finance.POST('/v1/entries/{entryId}/reversal', {
          params: { path: { entryId: entry.id } },
          body,
          headers: changing(key),
        }),
      );
      await navigate({ to: '/ledger/$entryId', params: { entryId: id } });
    },
    {
      touches: [
        ['finance', 'entry'],
        ['finance', 'payment'],
        ['finance', 'supplier-cost'],
        ['booking', 'order'],
      ],
      done: t('reversed'),
    },
  );
  return (
    <ActionDialog
      title={t('reverse')}
      explanation={t('reverseWhy')}
      action={t('reverse')}
      danger
      draft={{ name: `reverse-${entry.id}` }}
      {...{ open, onClose, change }}
    >
      <ReasonField label={t('reason')} maxLength={300} />
    </ActionDialog>
  );
}
