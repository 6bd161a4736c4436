import type { OrderPrice } from '../../api/gen/booking.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { texts } from './texts.ts';
import { categories } from './words.ts';

/** What a party costs, line by line. */
export function PriceTable({ price: { lines, total, currency } }: { readonly price: OrderPrice }) {
  const t = texts.use();
  return (
    <Itemised<OrderPrice['lines'][number]>
      label={t('amount')}
      rows={lines}
      rowKey={({ category }) => category}
      columns={[
        { title: t('item'), render: (_, { category }) => categories.word(category) },
        { title: t('count'), align: 'right', dataIndex: 'count' },
        {
          title: t('unitPrice'),
          align: 'right',
          render: (_, { unitPrice: amount }) => <Money of={{ amount, currency }} />,
        },
        {
          title: t('amount'),
          align: 'right',
          render: (_, { amount }) => <Money of={{ amount, currency }} />,
        },
      ]}
      foot={[[t('total'), <Money key="total" of={total} />]]}
    />
  );
}
