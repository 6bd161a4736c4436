import { Card, Flex } from 'antd';
import type { GroupSettlement } from '../../api/gen/finance.ts';
import { percentText } from '../../format/money.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { EntryLink } from '../money/money-state.tsx';
import { OrderCustomer, OrderLink } from '../links.tsx';
import { CostsOfGroup } from './costs-of-group.tsx';
import { texts } from './texts.ts';

/** A settlement as it was made. */
export function Result({ settlement }: { readonly settlement: GroupSettlement }) {
  const t = texts.use();
  const { revenue, cost, grossProfit } = settlement;
  return (
    <Flex vertical gap="middle">
      <Card title={t('result')}>
        <Facts
          of={[
            [t('revenue'), <Money key="revenue" of={revenue} />],
            [t('cost'), <Money key="cost" of={cost} />],
            [t('grossProfit'), <Money key="profit" of={grossProfit} />],
            [t('margin'), percentText(grossProfit, revenue)],
            [t('settledOn'), settlement.settledOn],
            [t('settledBy'), <UserName key="by" id={settlement.settledBy} />],
          ]}
        />
      </Card>
      <Card title={t('orders')}>
        <Itemised
          label={t('orders')}
          rows={settlement.shares}
          rowKey={({ orderId }) => orderId}
          columns={[
            { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
            { title: t('customer'), render: (_, { orderId }) => <OrderCustomer id={orderId} /> },
            { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
            { title: t('seats'), dataIndex: 'seats', align: 'right' },
            { title: t('revenue'), align: 'right', render: (_, row) => <Money of={row.revenue} /> },
            { title: t('cost'), align: 'right', render: (_, row) => <Money of={row.cost} /> },
            { title: t('grossProfit'), align: 'right', render: (_, row) => <Money of={row.grossProfit} /> },
          ]}
        />
      </Card>
      <CostsOfGroup departureId={settlement.departureId} />
      <Card title={t('vouchers')}>
        <Itemised
          label={t('vouchers')}
          rows={settlement.vouchers}
          rowKey={({ entryId }) => entryId}
          columns={[
            { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
            {
              title: t('voucher'),
              render: (_, row) => <EntryLink id={row.entryId} number={row.entryNumber} />,
            },
          ]}
        />
      </Card>
    </Flex>
  );
}
