import { query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Currency, Id, LocalDate, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { CoverOrNone, coverOf, coverView, type CoverRow } from '../pictures/cover.ts';
import { everyCustomer, PriceCategory, type PriceRow } from '../pricing/price.ts';
import { pricesShown } from '../pricing/prices-shown.ts';
import { travellerRulesByDate } from '../traveller-checks/category-rules.ts';

const Query = Type.Object({
  ...page,
  productId: Id,
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
});

/** Nobody on the portal learns how much is sold: more free seats than these are shown as so many. */
const mostShown = 9;

/** A departure as it is offered on the portal: what it costs whoever asks, and whether there is room. */
const OfferView = Type.Object(
  {
    id: Id,
    productId: Id,
    departsOn: LocalDate,
    returnsOn: LocalDate,
    timeZone: Type.String(),
    bookableUntil: LocalDate,
    cover: { ...CoverOrNone, description: 'Of the product' },
    guaranteed: Type.Boolean({ description: 'The group takes place' }),
    available: Type.Integer({ description: `Free seats; ${mostShown} are ${mostShown} or more` }),
    currency: Currency,
    ages: Type.Object(
      { infantsBelow: Type.Integer(), childrenBelow: Type.Integer() },
      { description: 'In years on the day of departure, by the rules in force for it' },
    ),
    prices: Type.Array(
      Type.Object({ category: PriceCategory, amount: Type.String({ format: 'minor-units' }) }),
    ),
  },
  { title: 'Offer' },
);

interface Row {
  id: string;
  productId: string;
  departsOn: string;
  returnsOn: string;
  timeZone: string;
  bookableUntil: string;
  state: string;
  available: number;
  currency: string;
  prices: (Omit<PriceRow, 'amount'> & { amount: string })[] | null;
}

/** Only what can be bought now. @throws request/not-found for a product that is not published */
const listOffers = query({ permission: 'booking.offer.read' }, async (uow, input: Static<typeof Query>) => {
  const { limit, after, productId, from = '-infinity', to = 'infinity' } = input;
  const [asking, rulesFor] = await Promise.all([askingOf(uow, productId), travellerRulesByDate(uow)]);
  const rows = await uow.rows<Row>(
    `select id, product_id as "productId", departs_on::text as "departsOn", returns_on::text as "returnsOn", time_zone as "timeZone",
       (departs_on - cut_off_days)::text as "bookableUntil", state, least(remaining, ?::integer) as available, currency,
       (select jsonb_agg(jsonb_build_object('travellerCategory', traveller_category, 'customerCategory', customer_category, 'channel', channel, 'amount', amount::text))
        from booking.departure_prices where agency_id = d.agency_id and departure_id = d.id) as prices
     from booking.departures d
     where agency_id = ? and product_id = ? and state in ('open', 'guaranteed') and departs_on >= ?::date and departs_on <= ?::date
       and (departs_on - cut_off_days + 1)::timestamp at time zone time_zone > ?
       and (?::uuid is null or (departs_on, id) > (select departs_on, id from booking.departures where agency_id = ? and id = ?::uuid))
     order by departs_on, id limit ?`,
    [
      ...[mostShown, uow.agencyId, productId, from, to, uow.now.toString()],
      ...[after ?? null, uow.agencyId, after ?? null, limit + 1],
    ],
  );
  const { items, next } = pageOf(rows, limit);
  const offers = items.map((row) => {
    const { infantsBelow, childrenBelow } = rulesFor(row.departsOn);
    return { ...offerView(row, asking), ages: { infantsBelow, childrenBelow } };
  });
  return { offers, next };
});

interface Asking {
  /** The category in crm of a customer who asks; others are shown the prices for everybody. */
  readonly customerCategory: string;
  readonly cover: Static<typeof CoverOrNone>;
}

/** Who asks, and the cover of what they ask about. @throws request/not-found for a product that is not published */
async function askingOf(uow: UnitOfWork, productId: string): Promise<Asking> {
  const [row] = await uow.rows<{ category: string | null; cover: CoverRow | null }>(
    `select ${coverOf('p')} as cover, (select category from booking.customers where agency_id = p.agency_id and account_id = ?) as category
     from booking.products p where agency_id = ? and id = ? and state = 'published'`,
    [uow.userId, uow.agencyId, productId],
  );
  if (!row) throw requestErrors.notFound();
  return {
    customerCategory: row.category ?? everyCustomer,
    cover: coverView('products', productId, row.cover),
  };
}

const offerView = (row: Row, { customerCategory, cover }: Asking): Omit<Static<typeof OfferView>, 'ages'> => {
  const { prices, state, ...shown } = row;
  const rows = (prices ?? []).map((price) => ({ ...price, amount: BigInt(price.amount) }));
  return {
    ...shown,
    cover,
    guaranteed: state === 'guaranteed',
    prices: pricesShown(rows, { customerCategory, channel: 'portal' }).map(({ category, amount }) => ({
      category,
      amount: amount.toString(),
    })),
  };
};

export const readOffersRoute = () =>
  route({
    method: 'GET',
    path: '/v1/offers',
    summary: 'Departures of a published product that can be bought, with what they cost on the portal',
    access: 'booking.offer.read',
    query: Query,
    result: Type.Object({ offers: Type.Array(OfferView), next: Next }),
    handle: (call, { query: input }) => listOffers(call, input),
  });
