import type { OrderDetail } from '../../api/gen/booking.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { lineKey, lineWord } from '../selling/words.ts';
import { texts } from './texts.ts';

/** What an order costs, line by line. */
export function OrderLines({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const coupons = order.coupons.map(({ code, givenBack }) =>
    givenBack ? t('couponGivenBack', { code }) : code,
  );
  const discounted = order.lines.some(({ discount }) => discount.amount !== '0');
  return (
    <Itemised
      label={t('lines')}
      rows={order.lines}
      rowKey={lineKey}
      columns={[
        { title: t('item'), render: (_, line) => lineWord(line) },
        { title: t('count'), align: 'right', dataIndex: 'count' },
        { title: t('unitPrice'), align: 'right', render: (_, { unitPrice }) => <Money of={unitPrice} /> },
        ...(discounted
          ? [
              {
                title: t('discount'),
                align: 'right' as const,
                render: (_: unknown, { discount }: OrderDetail['lines'][number]) => <Money of={discount} />,
              },
            ]
          : []),
        { title: t('amount'), align: 'right', render: (_, { amount }) => <Money of={amount} /> },
      ]}
      foot={[
        ...(order.coupons.length > 0 ? [[t('coupon'), coupons.join(' · ')] as const] : []),
        [t('total'), <Money key="total" of={order.total} />],
      ]}
    />
  );
}
