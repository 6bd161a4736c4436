import { Card } from 'antd';
import type { SalesTotal } from '../../api/gen/analytics.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { percentText } from '../../format/money.ts';
import { texts } from './texts.ts';

/** What the period came to; one line for each currency, for they are never summed. */
export function Totals({ totals }: { readonly totals: readonly SalesTotal[] }) {
  const t = texts.use();
  return (
    <Card title={t('totals')}>
      <Itemised
        label={t('totals')}
        rows={totals}
        rowKey={({ sales }) => sales.currency}
        columns={[
          { title: t('placed'), dataIndex: 'placed', align: 'right' },
          { title: t('confirmed'), dataIndex: 'confirmed', align: 'right' },
          { title: t('ended'), dataIndex: 'ended', align: 'right' },
          { title: t('sales'), align: 'right', render: (_, { sales }) => <Money of={sales} /> },
          { title: t('revenue'), align: 'right', render: (_, { revenue }) => <Money of={revenue} /> },
          { title: t('cost'), align: 'right', render: (_, { cost }) => <Money of={cost} /> },
          { title: t('margin'), align: 'right', render: (_, { margin }) => <Money of={margin} /> },
          {
            title: t('rate'),
            align: 'right',
            render: (_, { margin, revenue }) => percentText(margin, revenue) ?? '—',
          },
        ]}
      />
    </Card>
  );
}
