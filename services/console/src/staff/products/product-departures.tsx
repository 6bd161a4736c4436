import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Typography } from 'antd';
import type { Product } from '../../api/gen/booking.ts';
import { todayIn } from '../../format/dates.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { More } from '../../patterns/more.tsx';
import { Money } from '../../patterns/money.tsx';
import { useMe } from '../../session/me.ts';
import { listedPrice } from '../selling/price.ts';
import { departuresQuery } from '../selling/queries.ts';
import { DepartureState } from '../selling/state.tsx';
import { texts } from './texts.ts';

/** When a product goes from today on, and what is free. */
export function ProductDepartures({ product }: { readonly product: Product }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const query = useInfiniteQuery(departuresQuery(product.id, todayIn(timeZone)));
  return (
    <Card
      title={t('departures')}
      extra={
        <Link to="/departures" search={{ productId: product.id }}>
          {t('allDepartures')}
        </Link>
      }
    >
      <Loaded query={query} lines={3}>
        {(departures) =>
          departures.length === 0 ? (
            <Typography.Text type="secondary">{t('noDepartures')}</Typography.Text>
          ) : (
            <Itemised
              label={t('departures')}
              rows={departures}
              rowKey={({ id }) => id}
              columns={[
                {
                  title: t('group'),
                  render: (_, { id, groupNumber }) => (
                    <Link to="/departures/$departureId" params={{ departureId: id }}>
                      {groupNumber}
                    </Link>
                  ),
                },
                { title: t('dates'), render: (_, { departsOn, returnsOn }) => `${departsOn} – ${returnsOn}` },
                { title: t('state'), render: (_, { state }) => <DepartureState of={state} /> },
                {
                  title: t('free'),
                  align: 'right',
                  render: (_, { remaining, capacity }) => `${remaining} / ${capacity}`,
                },
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
          )
        }
      </Loaded>
      <More query={query} />
    </Card>
  );
}
