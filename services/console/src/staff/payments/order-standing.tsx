import { Card } from 'antd';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { CustomerLink } from '../links.tsx';
import { texts } from './texts.ts';

/** What an order owes, and when. */
export function OrderStanding({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const { outstanding, overdue } = order.standing;
  return (
    <Card size="small" style={{ marginBottom: 16 }}>
      <Facts
        of={[
          [t('customer'), <CustomerLink key="customer" id={order.customerId} />],
          [t('total'), <Money key="total" of={order.total} />],
          [t('paid'), <Money key="paid" of={order.paid} />],
          [t('outstanding'), <Money key="outstanding" of={outstanding} />],
          [t('overdue'), overdue.amount === '0' ? null : <Money key="overdue" of={overdue} />],
        ]}
      />
      <Itemised
        label={t('schedule')}
        rows={order.schedule}
        rowKey={({ kind, dueOn }) => `${kind} ${dueOn}`}
        columns={[
          { title: t('due'), render: (_, { kind }) => texts.word(kind) },
          { title: t('dueOn'), dataIndex: 'dueOn' },
          { title: t('amount'), align: 'right', render: (_, { amount }) => <Money of={amount} /> },
          { title: t('left'), align: 'right', render: (_, row) => <Money of={row.outstanding} /> },
        ]}
      />
    </Card>
  );
}
