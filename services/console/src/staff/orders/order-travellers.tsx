import { Flex, Typography } from 'antd';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { useMay } from '../../session/me.ts';
import type { NamedTraveller } from '../selling/party.ts';
import { categories } from '../selling/words.ts';
import { useTravellers } from '../selling/use-travellers.ts';
import { texts } from './texts.ts';
import { ReplaceTraveller } from './replace-traveller.tsx';
import { NameTravellers } from './name-travellers.tsx';
import { TravellerChecks } from './traveller-checks.tsx';

/** While these last, what is missing can still be brought. */
const ahead = ['in-review', 'returned', 'awaiting-payment', 'confirmed'];

/** Who travels, and what is missing of them before the trip. */
export function OrderTravellers({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  const readable = may('crm.traveller.read');
  const known = useTravellers(order.customerId).data;
  const replaceable =
    ['awaiting-payment', 'confirmed'].includes(order.state) && may('booking.order.change') && readable;
  const waits = ahead.includes(order.state);
  const named = order.travellers.length;
  const heads = order.lines
    .filter(({ category }) => category !== 'single-supplement' && category !== 'quoted-extras')
    .reduce((sum, { count }) => sum + count, 0);
  const nameOf = (travellerId: string) => {
    const found = known?.find(({ id }) => id === travellerId);
    if (found) return [found.name, found.latinName].filter(Boolean).join(' ');
    return t('traveller', {
      place: order.travellers.findIndex((one) => one.travellerId === travellerId) + 1,
    });
  };
  return (
    <Flex vertical gap="small">
      {waits && heads > 0 && <TravellerChecks {...{ order, heads, nameOf }} />}
      {named === 0 && !waits && <Typography.Text type="secondary">{t('noTravellers')}</Typography.Text>}
      {named > 0 && !readable && <Typography.Text type="secondary">{t('namesHidden')}</Typography.Text>}
      {named > 0 && (
        <Itemised
          label={t('travellers')}
          rows={order.travellers}
          rowKey={({ travellerId }) => travellerId}
          columns={[
            {
              title: t('name'),
              render: (_, { travellerId }) => nameOf(travellerId),
            },
            { title: t('category'), render: (_, { category }) => categories.word(category) },
            {
              title: t('birthDate'),
              render: (_, { travellerId }) => known?.find(({ id }) => id === travellerId)?.birthDate ?? '—',
            },
            ...(replaceable ? [replacing(order, nameOf)] : []),
          ]}
        />
      )}
      <NameTravellers order={order} />
      {heads > named && named > 0 && !waits && (
        <Typography.Text type="secondary">{t('unnamed', { count: heads - named })}</Typography.Text>
      )}
    </Flex>
  );
}

/** The column by which somebody else is put in the place of each. */
const replacing = (order: OrderDetail, nameOf: (travellerId: string) => string) => ({
  ...{ title: '', key: 'replace', width: 90 },
  render: (_: unknown, { travellerId }: NamedTraveller) => (
    <ReplaceTraveller {...{ order, travellerId }} name={nameOf(travellerId)} />
  ),
});
