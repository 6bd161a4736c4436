import { Alert, Flex } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { QuotationRevision } from '../../api/gen/booking.ts';
import { moneyText } from '../../format/money.ts';
import { localText } from '../../format/names.ts';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { texts } from './texts.ts';

type Line = QuotationRevision['lines'][number];
type PlacedLine = Line & { readonly place: number };
type Discount = NonNullable<Line['discount']>;

/** What a revision offers: line by line, what is taken off step by step, and what it costs the agency for whoever may see it. */
export function QuotationContent({ of }: { readonly of: QuotationRevision }) {
  const t = texts.use();
  const { currency, subtotal, total, shown, cost } = of;
  const money = (amount: string) => <Money of={{ amount, currency }} />;
  return (
    <Flex vertical gap="middle">
      <Itemised<PlacedLine>
        label={t('lines')}
        rows={of.lines.map((line, place) => ({ ...line, place }))}
        rowKey={({ place }) => String(place)}
        columns={lineColumns(of)}
        foot={[
          ...(subtotal === total ? [] : [[t('subtotal'), money(subtotal)] as const]),
          [t('total'), money(total)],
          ...(shown
            ? [
                [
                  `${t('shownIn')} · ${t('rate', { rate: shown.rate, date: shown.rateOn, source: shown.source })}`,
                  <Money key="shown" of={{ amount: shown.total, currency: shown.currency }} />,
                ] as const,
              ]
            : []),
        ]}
      />
      {of.steps.length > 0 && <Steps of={of} />}
      {cost && (
        <Facts
          of={[
            [t('cost'), <Money key="cost" of={cost.cost} />],
            [t('margin'), <Money key="margin" of={cost.margin} />],
          ]}
        />
      )}
      {cost && !cost.complete && <Alert type="warning" showIcon title={t('incomplete')} />}
    </Flex>
  );
}

function lineColumns({ currency, cost }: QuotationRevision): ColumnsType<PlacedLine> {
  const t = texts.say;
  const money = (amount: string) => <Money of={{ amount, currency }} />;
  return [
    {
      title: t('item'),
      render: (_, { text }) => localText(text),
    },
    { title: t('kind'), render: (_, { kind }) => texts.word(kind === 'departure' ? 'departureLine' : kind) },
    { title: t('count'), align: 'right', dataIndex: 'count' },
    { title: t('unitPrice'), align: 'right', render: (_, { unitPrice }) => money(unitPrice) },
    ...(cost
      ? [
          {
            title: t('unitCost'),
            align: 'right' as const,
            render: (_: unknown, { unitCost }: Line) => (unitCost ? money(unitCost) : '—'),
          },
        ]
      : []),
    { title: t('amount'), align: 'right', render: (_, { amount }) => money(amount) },
    {
      title: t('discount'),
      align: 'right',
      render: (_, { discount }) => (discount ? discountText(discount, currency) : '—'),
    },
    { title: t('net'), align: 'right', render: (_, { net }) => money(net) },
  ];
}

/** A discount's value; percents are hundredths of one. */
const discountText = ({ kind, value }: Discount, currency: string): string =>
  kind === 'percent' ? `${Number(value) / 100}%` : moneyText({ amount: value, currency });

function Steps({ of: { steps, currency, discounts, coupons } }: { readonly of: QuotationRevision }) {
  const t = texts.use();
  const money = (amount: string) => <Money of={{ amount, currency }} />;
  const nameOf = ({ kind, index }: (typeof steps)[number]) => {
    if (kind === 'line-discount') return t(kind, { place: index + 1 });
    if (kind === 'coupon') return t(kind, { name: coupons[index] ? localText(coupons[index].name) : '' });
    const discount = discounts[index];
    return discount ? `${localText(discount.name)} ${discountText(discount, currency)}` : t('discount');
  };
  return (
    <Itemised
      label={t('steps')}
      rows={steps}
      rowKey={({ kind, index }) => `${kind} ${index}`}
      columns={[
        { title: t('steps'), render: (_, step) => nameOf(step) },
        { title: t('before'), align: 'right', render: (_, { before }) => money(before) },
        { title: t('reduction'), align: 'right', render: (_, { reduction }) => money(reduction) },
        { title: t('afterwards'), align: 'right', render: (_, { after }) => money(after) },
      ]}
    />
  );
}
