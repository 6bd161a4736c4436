import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { Departure } from '../../api/gen/booking.ts';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Money } from '../../patterns/money.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { listedPrice } from '../selling/price.ts';
import { DepartureState } from '../selling/state.tsx';
import { daysOf, type Month } from './months.ts';
import { departuresRoute } from './routes.ts';
import { texts } from './texts.ts';

/** The departures of a month, or of one of its days, below each other, page by page. */
export function DepartureTable({ month }: { readonly month: Month }) {
  const t = texts.use();
  const { productId, day: said, after, view } = departuresRoute.useSearch();
  const navigate = departuresRoute.useNavigate();
  const days = daysOf(month);
  const day = days.find((one) => one === said);
  const kept = { month, ...(view && { view }), ...(productId && { productId }) };
  return (
    <>
      {day && (
        <p>
          {dateText(day)}{' '}
          <Button type="link" onClick={() => void navigate({ search: kept })}>
            {t('wholeMonth')}
          </Button>
        </p>
      )}
      <List<Departure, never>
        label={t('title')}
        queryKey={['booking', 'departure', 'month', month, productId, day]}
        load={async (page, signal) => {
          const between = { from: day ?? days[0] ?? '', to: day ?? days.at(-1) ?? '' };
          const query = { ...between, ...page, ...(productId && { productId }) };
          const asked = { ...query, sort: 'nearest' as const, limit: pageSize };
          const found = await answer(api.booking.GET('/v1/departures', { params: { query: asked }, signal }));
          return { rows: found.departures, next: found.next };
        }}
        columns={useColumns()}
        filters={[]}
        search={after ? { after } : {}}
        onSearch={(next) => void navigate({ search: { ...kept, ...(day && { day }), ...next } })}
        empty={t('none')}
      />
    </>
  );
}

function useColumns(): Column<Departure>[] {
  const t = texts.use();
  return [
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
    { title: t('free'), align: 'end', render: (_, one) => `${one.remaining} / ${one.capacity}` },
    {
      title: t('from'),
      align: 'end',
      render: (_, departure) => {
        const amount = listedPrice(departure, 'adult', '*');
        return amount ? <Money of={{ amount, currency: departure.currency }} /> : '—';
      },
    },
  ];
}
