import { useQueries, useQuery } from '@tanstack/react-query';
import { Alert, Card, Flex, Progress, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import { Refusal } from '../../api/refusal.ts';
import type { BranchCredit } from '../../api/gen/booking.ts';
import { BranchName, useBranches } from '../../names/names.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Failed, Waiting } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { useMay } from '../../session/me.ts';
import { creditRules } from '../business-rules/credit-rules.tsx';
import { texts } from './texts.ts';

type Credit = BranchCredit['credits'][number] & { readonly branchId: string };

interface Known {
  readonly branchId: string;
  readonly limited: boolean;
  readonly credits: readonly Credit[];
}

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
      credits: results.flatMap(({ data }) => data?.credits ?? []),
      // Of branches beyond reach nothing is known.
      without: results.flatMap(({ data }) => (data?.limited === false ? [data.branchId] : [])),
      error: results.find(({ error }) => error)?.error,
      waiting: results.some(({ isPending }) => isPending),
    }),
  });
  return (
    <Card title={t('use')}>
      {found.without.length > 0 && <WithoutLimit branchIds={found.without} />}
      {found.error && <Failed problem={found.error} />}
      {found.waiting && <Waiting lines={2} />}
      {!found.waiting && !found.error && found.credits.length === 0 && (
        <Typography.Text type="secondary">{t('noFranchise')}</Typography.Text>
      )}
      {found.credits.length > 0 && <Credits rows={found.credits} />}
    </Card>
  );
}

/** Which franchise branches nobody has set a limit for, and what that means by the agency's rule. */
function WithoutLimit({ branchIds }: { readonly branchIds: readonly string[] }) {
  const t = texts.use();
  const mayRead = useMay()('booking.rules.read');
  const rule = useQuery({ ...creditRules.inForce, enabled: mayRead }).data?.withoutLimit;
  return (
    <Alert
      type="warning"
      showIcon
      title={t(rule ? `without-${rule}` : 'without')}
      description={
        <Flex gap="small" wrap>
          {branchIds.map((id) => (
            <BranchName key={id} id={id} />
          ))}
        </Flex>
      }
      style={{ marginBottom: 16 }}
    />
  );
}

/** The credits of one branch, and whether any limit is set; nothing of one beyond reach. */
async function creditsOf(branchId: string, signal: AbortSignal): Promise<Known | null> {
  const path = { branchId };
  try {
    const { credits } = await answer(
      api.booking.GET('/v1/branch-credits/{branchId}', { params: { path }, signal }),
    );
    const limited = credits.some(({ limit }) => limit !== null);
    return { branchId, limited, credits: credits.map((credit) => ({ ...credit, branchId })) };
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null;
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
