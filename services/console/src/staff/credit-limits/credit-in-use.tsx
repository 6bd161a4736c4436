import { useQueries } from '@tanstack/react-query';
import { Card, Progress, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import { Refusal } from '../../api/refusal.ts';
import type { BranchCredit } from '../../api/gen/booking.ts';
import { BranchName, useBranches } from '../../names/names.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Failed, Waiting } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { texts } from './texts.ts';

type Credit = BranchCredit['credits'][number] & { readonly branchId: string };

/** What franchise branches have, use and have left; those beyond reach are left out. */
export function CreditInUse() {
  const t = texts.use();
  const branches = (useBranches().data ?? []).filter(({ kind }) => kind === 'franchise');
  const found = useQueries({
    queries: branches.map(({ id: branchId }) => ({
      queryKey: ['booking', 'branch-credit', branchId],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => creditsOf(branchId, signal),
    })),
    combine: (results) => ({
      credits: results.flatMap(({ data = [] }) => data),
      error: results.find(({ error }) => error)?.error,
      waiting: results.some(({ isPending }) => isPending),
    }),
  });
  return (
    <Card title={t('use')}>
      {found.error && <Failed problem={found.error} />}
      {found.waiting && <Waiting lines={2} />}
      {!found.waiting && !found.error && found.credits.length === 0 && (
        <Typography.Text type="secondary">{t('noFranchise')}</Typography.Text>
      )}
      {found.credits.length > 0 && <Credits rows={found.credits} />}
    </Card>
  );
}

async function creditsOf(branchId: string, signal: AbortSignal): Promise<readonly Credit[]> {
  const path = { branchId };
  try {
    const { credits } = await answer(
      api.booking.GET('/v1/branch-credits/{branchId}', { params: { path }, signal }),
    );
    return credits.map((credit) => ({ ...credit, branchId }));
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return [];
    throw error;
  }
}

function Credits({ rows }: { readonly rows: readonly Credit[] }) {
  const t = texts.use();
  return (
    <Itemised<Credit>
      label={t('use')}
      rows={rows}
      rowKey={({ branchId, used }) => `${branchId} ${used.currency}`}
      columns={[
        { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
        {
          title: t('limit'),
          align: 'right',
          render: (_, { limit }) => (limit ? <Money of={limit} /> : t('noLimit')),
        },
        { title: t('used'), align: 'right', render: (_, { used }) => <Money of={used} /> },
        { title: t('left'), align: 'right', render: (_, { left }) => (left ? <Money of={left} /> : '—') },
        {
          title: t('share'),
          render: (_, { limit, used }) =>
            limit && limit.amount !== '0' ? (
              <Progress
                aria-label={t('share')}
                percent={Math.min(100, Number((BigInt(used.amount) * 100n) / BigInt(limit.amount)))}
                size="small"
                style={{ minWidth: 120 }}
              />
            ) : (
              '—'
            ),
        },
      ]}
    />
  );
}
