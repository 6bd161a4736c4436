import { useQuery } from '@tanstack/react-query';
import { Card, Typography } from 'antd';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { useMay } from '../../session/me.ts';
import { EntryLink } from '../money/money-state.tsx';
import { services } from '../money/words.ts';
import { groupCostsQuery } from './group-books.ts';
import { texts } from './texts.ts';

/** What a group cost, supplier by supplier. */
export function CostsOfGroup({ departureId }: { readonly departureId: string }) {
  const t = texts.use();
  const enabled = useMay()('finance.supplier-cost.read');
  const query = useQuery({ ...groupCostsQuery(departureId), enabled });
  if (!enabled) return null;
  return (
    <Card title={t('costs')}>
      <Loaded query={query}>
        {(costs) =>
          costs.length === 0 ? (
            <Typography.Text type="secondary">{t('noCosts')}</Typography.Text>
          ) : (
            <Itemised
              label={t('costs')}
              rows={costs}
              rowKey={({ id }) => id}
              columns={[
                { title: t('supplier'), dataIndex: 'supplierName' },
                { title: t('service'), render: (_, { serviceKind }) => services.word(serviceKind) },
                {
                  title: t('voucher'),
                  render: (_, row) => <EntryLink id={row.entryId} number={row.entryNumber} />,
                },
                { title: t('amount'), align: 'right', render: (_, { amount }) => <Money of={amount} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
