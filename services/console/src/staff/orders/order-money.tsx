import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { Payment, Refund } from '../../api/gen/finance.ts';
import { shortDate } from '../../format/dates.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Missed } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { useMay } from '../../session/me.ts';
import { EntryLink, MoneyState } from '../money/money-state.tsx';
import { methods } from '../money/words.ts';
import { texts } from './texts.ts';

type Moved = { readonly back: false; readonly of: Payment } | { readonly back: true; readonly of: Refund };

const limit = 100;

/** What was received of an order, and what goes or went back, for whoever may see it; nothing where nothing has moved. */
export function OrderMoney({ orderId }: { readonly orderId: string }) {
  const t = texts.use();
  const may = useMay();
  methods.use();
  const payments = useQuery({
    queryKey: ['finance', 'payment', 'of-order', orderId],
    queryFn: async ({ signal }) => {
      const params = { query: { orderId, limit } };
      return (await answer(api.finance.GET('/v1/payments', { params, signal }))).payments;
    },
    enabled: may('finance.payment.read'),
  });
  const refunds = useQuery({
    queryKey: ['finance', 'refund', 'of-order', orderId],
    queryFn: async ({ signal }) => {
      const params = { query: { orderId, limit } };
      return (await answer(api.finance.GET('/v1/refunds', { params, signal }))).refunds;
    },
    enabled: may('finance.refund.read'),
  });
  const moved: readonly Moved[] = [
    ...(payments.data ?? []).map((of): Moved => ({ back: false, of })),
    ...(refunds.data ?? []).map((of): Moved => ({ back: true, of })),
  ];
  return (
    <>
      <Missed of={[payments, refunds]} />
      {moved.length > 0 && (
        <Itemised<Moved>
          label={t('moneyMoved')}
          rows={moved}
          rowKey={({ of: { id } }) => id}
          columns={[
            { title: t('moneyMoved'), render: (_, { back }) => t(back ? 'refund' : 'received') },
            { title: t('date'), render: (_, one) => shortDate(dayOf(one)) },
            { title: t('method'), render: (_, { of: { method } }) => methods.word(method) },
            { title: t('state'), render: (_, { of: { state } }) => <MoneyState of={state} /> },
            {
              title: t('voucher'),
              render: (_, { of }) => <EntryLink id={of.entryId} number={of.entryNumber} />,
            },
            { title: t('amount'), align: 'right', render: (_, { of: { amount } }) => <Money of={amount} /> },
          ]}
        />
      )}
    </>
  );
}

/** The day it came or went, or is to go. */
const dayOf = (one: Moved): string => (one.back ? (one.of.paidOn ?? one.of.dueOn) : one.of.receivedOn);
