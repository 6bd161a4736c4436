import { Button, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { CreditLimit } from '../../api/gen/booking.ts';
import { moneyText } from '../../format/money.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { Money } from '../../patterns/money.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { Queue } from './queue.tsx';
import { texts } from './texts.ts';
import { shown, useQueue } from './use-queue.ts';

/** Limits that were proposed for franchise branches. */
export function CreditsToApprove() {
  const t = texts.use();
  const { user } = useMe();
  const query = useQueue<CreditLimit>(['booking', 'credit-limit', 'proposed'], async (after, signal) => {
    const asked = { state: 'proposed' as const, limit: shown, ...after };
    const { creditLimits, next } = await answer(
      api.booking.GET('/v1/credit-limits', { params: { query: asked }, signal }),
    );
    return { rows: creditLimits, next };
  });
  return (
    <Queue<CreditLimit>
      title={t('credits')}
      query={query}
      own={({ authorId }) => authorId === user.id}
      columns={[
        { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
        { title: t('limit'), align: 'right', render: (_, { limit }) => <Money of={limit} /> },
        { title: t('author'), render: (_, { authorId }) => <UserName id={authorId} /> },
        { title: t('decision'), render: (_, limit) => <CreditDecision of={limit} /> },
      ]}
    />
  );
}

/** Approves a proposed limit, for whoever has not proposed it. */
export function CreditDecision({ of }: { readonly of: CreditLimit }) {
  const t = texts.use();
  const { user } = useMe();
  const [open, setOpen] = useState(false);
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.POST('/v1/credit-limits/{creditLimitId}/approval', {
          params: { path: { creditLimitId: of.id } },
          headers: changing(key, of.version),
        }),
      ),
    {
      touches: [
        ['booking', 'credit-limit'],
        ['booking', 'branch-credit'],
      ],
      done: t('approved'),
    },
  );
  if (of.authorId === user.id) return <Typography.Text type="secondary">{t('own')}</Typography.Text>;
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {t('approve')}
      </Button>
      <ActionDialog
        title={t('approveAmount', { amount: moneyText(of.limit) })}
        action={t('approve')}
        open={open}
        onClose={() => setOpen(false)}
        change={change}
      />
    </>
  );
}
