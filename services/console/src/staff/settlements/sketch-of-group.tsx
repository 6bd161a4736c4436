import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Flex } from 'antd';
import type { Order } from '../../api/gen/booking.ts';
import { percentText } from '../../format/money.ts';
import { BranchName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink, OrderLink } from '../links.tsx';
import { CostsOfGroup } from './costs-of-group.tsx';
import { groupCostsQuery, sketchOf, travelling, type Sketch } from './group-books.ts';
import { MissingCosts } from './missing-costs.tsx';
import { texts } from './texts.ts';

/** What a group would come to as its books stand now. */
export function SketchOfGroup({
  departureId,
  orders,
}: {
  readonly departureId: string;
  readonly orders: readonly Order[];
}) {
  const t = texts.use();
  const { currency } = useMe().agency;
  const enabled = useMay()('finance.supplier-cost.read');
  const query = useQuery({ ...groupCostsQuery(departureId), enabled });
  const sketch = sketchOf(orders, query.data ?? [], currency);
  const going = travelling(orders);
  const back = going.length > 0 && going.every(({ state }) => state === 'completed');
  return (
    <Flex vertical gap="middle">
      {sketch.unpaid && <Alert type="warning" showIcon title={t('unpaid')} />}
      {!back && <Alert type="info" showIcon title={t('notBack')} />}
      {sketch.otherCurrency && <Alert type="warning" showIcon title={t('otherCurrency')} />}
      {query.data && <MissingCosts departureId={departureId} costs={query.data} />}
      <Card title={t('expected')}>
        {enabled ? (
          <Loaded query={query} lines={3}>
            {() => <SketchFacts sketch={sketch} />}
          </Loaded>
        ) : (
          <SketchFacts sketch={sketch} />
        )}
      </Card>
      <Card title={t('orders')}>
        <Itemised
          label={t('orders')}
          rows={going}
          rowKey={({ id }) => id}
          columns={[
            { title: t('order'), render: (_, { id }) => <OrderLink id={id} /> },
            { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
            { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
            { title: t('seats'), dataIndex: 'seats', align: 'right' },
            { title: t('receivable'), align: 'right', render: (_, { total }) => <Money of={total} /> },
            { title: t('received'), align: 'right', render: (_, { paid }) => <Money of={paid} /> },
          ]}
        />
      </Card>
      <CostsOfGroup departureId={departureId} />
    </Flex>
  );
}

function SketchFacts({ sketch }: { readonly sketch: Sketch }) {
  const t = texts.use();
  return (
    <Facts
      of={[
        [t('receivable'), <Money key="receivable" of={sketch.receivable} />],
        [t('received'), <Money key="received" of={sketch.received} />],
        [t('cost'), <Money key="cost" of={sketch.cost} />],
        [t('grossProfit'), <Money key="profit" of={sketch.grossProfit} />],
        [t('margin'), percentText(sketch.grossProfit, sketch.receivable)],
      ]}
    />
  );
}
