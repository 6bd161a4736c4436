import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Compensation, Refund } from '../../api/gen/finance.ts';
import { moneyText } from '../../format/money.ts';
import { BranchName } from '../../names/names.tsx';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { Money } from '../../patterns/money.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { OrderLink } from '../links.tsx';
import { EntryLink } from '../money/money-state.tsx';
import { Queue } from './queue.tsx';
import { texts } from './texts.ts';
import { shown, useQueue } from './use-queue.ts';

type Owed = Refund | Compensation;
type Approve = (id: string, headers: Record<string, string>) => Promise<unknown>;

const waiting = { state: 'awaiting-approval' as const, limit: shown };

const approveRefund: Approve = (refundId, headers) =>
  answer(api.finance.POST('/v1/refunds/{refundId}/approval', { params: { path: { refundId } }, headers }));

const approveCompensation: Approve = (compensationId, headers) =>
  answer(
    api.finance.POST('/v1/compensations/{compensationId}/approval', {
      params: { path: { compensationId } },
      headers,
    }),
  );

export function RefundsToApprove() {
  const t = texts.use();
  const query = useQueue<Owed>(['finance', 'refund', 'awaiting-approval'], async (after, signal) => {
    const params = { query: { ...waiting, ...after } };
    const { refunds, next } = await answer(api.finance.GET('/v1/refunds', { params, signal }));
    return { rows: refunds, next };
  });
  return <Queue title={t('refunds')} query={query} columns={useColumns('refund', approveRefund)} />;
}

export function CompensationsToApprove() {
  const t = texts.use();
  const query = useQueue<Owed>(['finance', 'compensation', 'awaiting-approval'], async (after, signal) => {
    const params = { query: { ...waiting, ...after } };
    const { compensations, next } = await answer(api.finance.GET('/v1/compensations', { params, signal }));
    return { rows: compensations, next };
  });
  return (
    <Queue
      title={t('compensations')}
      query={query}
      columns={useColumns('compensation', approveCompensation)}
    />
  );
}

function useColumns(noun: 'refund' | 'compensation', approve: Approve): ColumnsType<Owed> {
  const t = texts.use();
  return [
    { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
    { title: t('voucher'), render: (_, row) => <EntryLink id={row.entryId} number={row.entryNumber} /> },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('dueOn'), dataIndex: 'dueOn' },
    { title: t('amount'), align: 'right', render: (_, { amount }) => <Money of={amount} /> },
    { title: t('decision'), render: (_, of) => <Decision {...{ of, noun, approve }} /> },
  ];
}

function Decision({
  of,
  noun,
  approve,
}: {
  readonly of: Owed;
  readonly noun: 'refund' | 'compensation';
  readonly approve: Approve;
}) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const change = useChange((_nothing: object, key) => approve(of.id, changing(key, of.version)), {
    touches: [['finance', noun]],
    done: t('approved'),
  });
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {t('approve')}
      </Button>
      <ActionDialog
        title={t('approveAmount', { amount: moneyText(of.amount) })}
        action={t('approve')}
        open={open}
        onClose={() => setOpen(false)}
        change={change}
      />
    </>
  );
}
