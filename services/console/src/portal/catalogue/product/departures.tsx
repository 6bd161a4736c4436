import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../../../api/client.ts';
import type { Offer, Product } from '../../../api/gen/booking.ts';
import { dateText } from '../../../format/dates.ts';
import { useCityName } from '../../../names/cities.ts';
import { Failed, Waiting } from '../../../patterns/loaded.tsx';
import { Money } from '../../../patterns/money.tsx';
import { StateTag } from '../../../patterns/state-tag.tsx';
import { useMay } from '../../../session/me.ts';
import { Link } from '../../frame/links.tsx';
import { Nothing } from '../../frame/portal-page.tsx';
import { texts } from '../texts.ts';

/** How many free places booking tells of at the most: so many are so many or more. */
const mostTold = 9;

/** When it goes, what it costs, whether there is room; and the way to order. */
export function Departures({ product: { id: productId, destinationCity } }: { readonly product: Product }) {
  const t = texts.use();
  const query = useInfiniteQuery({
    queryKey: ['booking', 'departure', 'offers', productId],
    queryFn: ({ pageParam: after, signal }) =>
      answer(
        api.booking.GET('/v1/offers', {
          params: { query: { productId, limit: 10, ...(after !== null && { after }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null, // later pages begin at a cursor
    getNextPageParam: ({ next }) => next,
  });
  const cityName = useCityName();
  const offers = query.data?.pages.flatMap((page) => page.offers) ?? [];
  return (
    <section className="panel" id="departures">
      <h2>{t('departures')}</h2>
      {query.isPending && <Waiting lines={6} />}
      {query.error && !query.data && <Failed problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data && offers.length === 0 && (
        <Nothing
          title={t('noDepartures')}
          next={
            <Link to="/" search={{ city: destinationCity }}>
              {t('similar', { city: cityName(destinationCity) })}
            </Link>
          }
        >
          {t('noDeparturesWhy')}
        </Nothing>
      )}
      <ul className="bare-list departures">
        {offers.map((offer) => (
          <OneDeparture key={offer.id} offer={offer} />
        ))}
      </ul>
      {query.hasNextPage && (
        <p className="more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('moreDepartures')}
          </Button>
        </p>
      )}
      <AskInstead productId={productId} />
    </section>
  );
}

function OneDeparture({ offer }: { readonly offer: Offer }) {
  const t = texts.use();
  const { departsOn, returnsOn, bookableUntil, guaranteed, available, currency, prices } = offer;
  const adult = prices.find(({ category }) => category === 'adult');
  const others = prices.filter(({ category }) => category !== 'adult');
  return (
    <li>
      <div className="departure-head">
        <div>
          <strong>{dateText(departsOn)}</strong>
          {returnsOn !== departsOn && (
            <div className="quiet">{t('until2', { date: dateText(returnsOn) })}</div>
          )}
        </div>
        {adult && (
          <strong className="price">
            <Money of={{ amount: adult.amount, currency }} />
          </strong>
        )}
      </div>
      <div className="departure-tags">
        <Room available={available} />
        {guaranteed && <StateTag tone="good">{t('guaranteed')}</StateTag>}
        <span className="quiet">{t('bookableUntil', { date: dateText(bookableUntil) })}</span>
      </div>
      <p className="departure-prices">
        {others.map(({ category, amount }) => (
          <span key={category}>
            {t(category)} <Money of={{ amount, currency }} />
          </span>
        ))}
      </p>
      <Way offer={offer} />
    </li>
  );
}

/** To order it, or to wait where it is full. */
function Way({ offer: { id: departureId, productId, departsOn, available } }: { readonly offer: Offer }) {
  const t = texts.use();
  const may = useMay();
  const of = { params: { productId, departureId }, search: { on: departsOn } };
  const date = dateText(departsOn);
  if (available > 0)
    return (
      <Link
        to="/products/$productId/order/$departureId"
        {...of}
        className="button-link wide"
        aria-label={t('bookOn', { date })}
      >
        {t('book')}
      </Link>
    );
  if (!may('booking.own-waiting-list.join')) return null;
  return (
    <Link
      to="/products/$productId/wait/$departureId"
      {...of}
      className="button-link plain wide"
      aria-label={t('waitOn', { date })}
    >
      {t('wait')}
    </Link>
  );
}

/** For whom no departure fits. */
function AskInstead({ productId }: { readonly productId: string }) {
  const t = texts.use();
  const may = useMay();
  if (!may('booking.own-quotation.request')) return null;
  return (
    <p className="ask-instead">
      {t('askWhy')}{' '}
      <Link to="/quotations/ask" search={{ product: productId }}>
        {t('ask')}
      </Link>
    </p>
  );
}

function Room({ available }: { readonly available: number }) {
  const t = texts.use();
  if (available <= 0) return <StateTag tone="over">{t('full')}</StateTag>;
  if (available === 1) return <StateTag tone="waiting">{t('onePlace')}</StateTag>;
  if (available < mostTold) return <StateTag tone="waiting">{t('places', { count: available })}</StateTag>;
  return <StateTag tone="going">{t('manyPlaces')}</StateTag>;
}
