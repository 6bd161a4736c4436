import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { sumOf } from '../../format/money.ts';
import { amountOf, type PricedLine } from './price.ts';
import { texts } from './texts.ts';
import { categories } from './words.ts';

/** What a party is expected to cost, line by line. */
export function PriceTable({
  lines,
  currency,
}: {
  readonly lines: readonly PricedLine[];
  readonly currency: string;
}) {
  const t = texts.use();
  const total = { amount: sumOf(lines.map(amountOf)), currency };
  return (
    <Itemised<PricedLine>
      label={t('amount')}
      rows={lines}
      rowKey={({ category }) => category}
      columns={[
        { title: t('item'), render: (_, { category }) => categories.word(category) },
        { title: t('count'), align: 'right', dataIndex: 'count' },
        {
          title: t('unitPrice'),
          align: 'right',
          render: (_, { unitPrice }) =>
            unitPrice === undefined ? t('notSold') : <Money of={{ amount: unitPrice, currency }} />,
        },
        {
          title: t('amount'),
          align: 'right',
          render: (_, line) =>
            line.unitPrice === undefined ? '—' : <Money of={{ amount: amountOf(line), currency }} />,
        },
      ]}
      foot={[[t('total'), <Money key="total" of={total} />]]}
    />
  );
}
