import type { Compensation, Refund } from '../../api/gen/finance.ts';
import { ChooseOrder } from '../../names/choose-records.tsx';
import { UserName } from '../../names/names.tsx';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { Money } from '../../patterns/money.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { OrderCustomer, OrderLink } from '../links.tsx';
import { EntryLink, MoneyState } from '../money/money-state.tsx';
import { moneyStates } from '../money/words.ts';
import { texts } from './texts.ts';

export const owedStates = ['awaiting-approval', 'due', 'paid'] as const;

/** What refunds and compensations have in common. */
export function owedColumns<Row extends Refund | Compensation>(t: typeof texts.say): Column<Row>[] {
  return [
    { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
    { title: t('customer'), render: (_, { orderId }) => <OrderCustomer id={orderId} /> },
    { title: t('amount'), align: 'end', render: (_, { amount }) => <Money of={amount} /> },
    { title: t('state'), render: (_, { state }) => <MoneyState of={state} /> },
    { title: t('dueOn'), render: (_, { dueOn }) => dueOn },
    {
      title: t('approvedBy'),
      render: (_, { approvedBy }) => (approvedBy ? <UserName id={approvedBy} /> : '—'),
    },
    { title: t('paidOn'), render: (_, { paidOn }) => paidOn ?? '—' },
    { title: t('paidBy'), render: (_, { paidBy }) => (paidBy ? <UserName id={paidBy} /> : '—') },
    { title: t('reference'), render: (_, { reference }) => reference || '—' },
    { title: t('voucher'), render: (_, row) => <EntryLink id={row.entryId} number={row.entryNumber} /> },
  ];
}

export function useOwedFilters(): Filter<'orderId' | 'state'>[] {
  const t = texts.use();
  return [
    { name: 'orderId', label: t('order'), input: ChooseOrder },
    {
      name: 'state',
      label: t('state'),
      input: owedStates.map((value) => ({ value, label: moneyStates.word(value) })),
    },
  ];
}
