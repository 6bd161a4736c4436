import { Flex, Typography } from 'antd';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { shortDate } from '../../format/dates.ts';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { DueState } from '../selling/state.tsx';
import { texts } from './texts.ts';

/** What is due when, and what was paid against it. */
export function OrderPayments({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const { outstanding, overdue, excess } = order.standing;
  return (
    <Flex vertical gap="middle">
      <Facts
        of={[
          [t('paid'), <Money key="paid" of={order.paid} />],
          [t('outstanding'), <Money key="outstanding" of={outstanding} />],
          ...(overdue.amount === '0' ? [] : [[t('overdue'), <Money key="overdue" of={overdue} />] as const]),
          ...(excess.amount === '0' ? [] : [[t('excess'), <Money key="excess" of={excess} />] as const]),
        ]}
      />
      {order.schedule.length === 0 ? (
        <Typography.Text type="secondary">{t('noSchedule')}</Typography.Text>
      ) : (
        <Itemised
          label={t('payments')}
          rows={order.schedule}
          rowKey={({ kind }) => kind}
          columns={[
            {
              title: t('item'),
              render: (_, { kind }) => texts.word(order.schedule.length === 1 ? 'all' : kind),
            },
            { title: t('dueOn'), render: (_, { dueOn }) => shortDate(dueOn) },
            { title: t('state'), render: (_, { state }) => <DueState of={state} /> },
            { title: t('amount'), align: 'right', render: (_, { amount }) => <Money of={amount} /> },
            { title: t('outstanding'), align: 'right', render: (_, due) => <Money of={due.outstanding} /> },
          ]}
        />
      )}
    </Flex>
  );
}
