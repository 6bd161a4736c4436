import { Link } from '@tanstack/react-router';
import type { Departure } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { listedPrice } from '../selling/price.ts';
import { DepartureState } from '../selling/state.tsx';
import { texts } from './texts.ts';

/** Departures below each other. */
export function DepartureTable({ departures }: { readonly departures: readonly Departure[] }) {
  const t = texts.use();
  return (
    <Itemised<Departure>
      label={t('title')}
      rows={departures}
      rowKey={({ id }) => id}
      columns={[
        { title: t('dates'), render: (_, { departsOn, returnsOn }) => `${departsOn} – ${returnsOn}` },
        {
          title: t('group'),
          render: (_, { id, groupNumber }) => (
            <Link to="/departures/$departureId" params={{ departureId: id }}>
              {groupNumber}
            </Link>
          ),
        },
        {
          title: t('product'),
          render: (_, { productId, productName }) => (
            <Link to="/products/$productId" params={{ productId }}>
              {localText(productName)}
            </Link>
          ),
        },
        { title: t('state'), render: (_, { state }) => <DepartureState of={state} /> },
        { title: t('standing'), render: (_, { groupStanding }) => <DepartureState of={groupStanding} /> },
        { title: t('free'), align: 'right', render: (_, one) => `${one.remaining} / ${one.capacity}` },
        {
          title: t('from'),
          align: 'right',
          render: (_, departure) => {
            const amount = listedPrice(departure, 'adult', '*');
            return amount ? <Money of={{ amount, currency: departure.currency }} /> : '—';
          },
        },
      ]}
    />
  );
}
