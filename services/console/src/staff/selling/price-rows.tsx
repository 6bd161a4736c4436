import type { Departure } from '../../api/gen/booking.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { texts } from './texts.ts';
import { categories, channels, customerCategories, priceCategories } from './words.ts';

type Price = Departure['prices'][number];

const place = ({ travellerCategory }: Price) => priceCategories.indexOf(travellerCategory);

/** Prices by who travels, who buys and where. */
export function PriceRows({
  prices,
  currency,
}: {
  readonly prices: readonly Price[];
  readonly currency: string;
}) {
  const t = texts.use();
  return (
    <Itemised<Price>
      label={t('amount')}
      rows={prices.toSorted((left, right) => place(left) - place(right))}
      rowKey={({ travellerCategory, customerCategory, channel }) =>
        `${travellerCategory} ${customerCategory} ${channel}`
      }
      columns={[
        { title: t('item'), render: (_, { travellerCategory }) => categories.word(travellerCategory) },
        { title: t('customers'), render: (_, price) => customerCategories.word(price.customerCategory) },
        { title: t('channel'), render: (_, { channel }) => channels.word(channel) },
        {
          title: t('unitPrice'),
          align: 'right',
          render: (_, { amount }) => <Money of={{ amount, currency }} />,
        },
      ]}
    />
  );
}
