import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { useMay } from '../../session/me.ts';
import { categories } from '../selling/words.ts';
import { useTravellers } from '../selling/use-travellers.ts';
import { texts } from './texts.ts';

/** Who travels, and what the rules of ages and documents say of them before an approval. */
export function OrderTravellers({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const readable = useMay()('crm.traveller.read');
  const known = useTravellers(order.customerId).data;
  const waits = order.state === 'in-review' || order.state === 'returned';
  const named = order.travellers.length;
  const heads = order.lines
    .filter(({ category }) => category !== 'single-supplement' && category !== 'quoted-extras')
    .reduce((sum, { count }) => sum + count, 0);
  if (named === 0) return <Typography.Text type="secondary">{t('noTravellers')}</Typography.Text>;
  const rows = order.travellers.map((one, index) => ({ ...one, index }));
  return (
    <Flex vertical gap="small">
      {waits && <TravellerChecks order={order} />}
      {!readable && <Typography.Text type="secondary">{t('namesHidden')}</Typography.Text>}
      <Itemised
        label={t('travellers')}
        rows={rows}
        rowKey={({ travellerId }) => travellerId}
        columns={[
          {
            title: t('name'),
            render: (_, { travellerId, index }) => {
              const found = known?.find(({ id }) => id === travellerId);
              if (!found) return t('traveller', { place: index + 1 });
              return found.latinName ? `${found.name} ${found.latinName}` : found.name;
            },
          },
          { title: t('category'), render: (_, { category }) => categories.word(category) },
          {
            title: t('birthDate'),
            render: (_, { travellerId }) => known?.find(({ id }) => id === travellerId)?.birthDate ?? '—',
          },
        ]}
      />
      {heads > named && (
        <Typography.Text type="secondary">{t('unnamed', { count: heads - named })}</Typography.Text>
      )}
    </Flex>
  );
}

function TravellerChecks({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const { data } = useQuery({
    queryKey: ['booking', 'order', order.id, 'checks', order.version],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/orders/{orderId}/traveller-checks', {
          params: { path: { orderId: order.id } },
          signal,
        }),
      ),
  });
  if (!data) return null;
  if (data.violations.length === 0) return <Alert type="success" showIcon title={t('checksGood')} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('checks')}
      description={
        <ul className="plain-list">
          {data.violations.map(({ travellerId, index, rule, message }) => (
            <li key={`${travellerId} ${rule}`}>
              {t('traveller', { place: index + 1 })}: {localText(message)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
