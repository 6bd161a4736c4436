import { branchForNew } from '@yitu/directory';
import { query, type Call } from '@yitu/persistence';
import { Currency, Id, MoneyText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { channelOf } from '../../branches/selling-channel.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { Channel, channels, LineCategory, travellerCategories } from '../../pricing/price.ts';
import { reckonWish } from './decide.ts';
import { offerOf } from './offer-of.ts';

const Travelling = Type.Integer({ minimum: 0, maximum: 500, default: 0 });

const Query = Type.Object({
  customerId: Type.Optional({ ...Id, description: 'Left out: what a regular customer pays' }),
  branchId: Type.Optional({ ...Id, description: 'The selling branch; one’s own where it is left out' }),
  channel: Type.Optional(Type.Enum([...channels], { description: 'As where the order is placed' })),
  adult: Travelling,
  'child-with-bed': Travelling,
  'child-without-bed': Travelling,
  infant: Travelling,
  singleRooms: Travelling,
});

type Asked = Static<typeof Query> & {
  readonly departureId: string;
  readonly categoryOf: CategoryOf;
  readonly call: Call;
};

/** What an order would cost that is placed now, by the decision that places it. Nothing is stored and no seat held. */
const priceOrder = query({ permission: 'booking.order.place' }, async (uow, asked: Asked) => {
  const { customerId, departureId, singleRooms, categoryOf, call } = asked;
  const branchId = await branchForNew(uow, 'booking.order.place', asked.branchId);
  const { branchKind, ...offer } = await offerOf(uow, departureId, branchId);
  const channel = channelOf(uow.member, branchKind, asked.channel);
  const customerCategory =
    customerId === undefined ? 'regular' : await categoryOf(uow, call, { customerId, travellerIds: [] });
  const counts = travellerCategories
    .map((category) => ({ category, count: asked[category] }))
    .filter(({ count }) => count > 0);
  const { currency } = offer;
  const wish = { counts, singleRooms, travellers: [], channel, customerCategory };
  const { lines, seats, total } = reckonWish(offer, wish);
  return {
    ...{ customerCategory, channel, currency, seats },
    lines: lines.map(({ category, count, unitPrice, amount }) => ({
      ...{ category, count, unitPrice: unitPrice.toString(), amount: amount.toString() },
    })),
    total: { amount: total.toString(), currency },
  };
});

const Amount = Type.String({ format: 'minor-units' });

const OrderPrice = Type.Object(
  {
    customerCategory: Type.String(),
    channel: Channel,
    currency: Currency,
    seats: Type.Integer(),
    lines: Type.Array(
      Type.Object({ category: LineCategory, count: Type.Integer(), unitPrice: Amount, amount: Amount }),
    ),
    total: MoneyText,
  },
  { title: 'OrderPrice' },
);

export const priceOrderRoute = (categoryOf: CategoryOf) =>
  route({
    method: 'GET',
    path: '/v1/departures/:departureId/order-price',
    summary: 'What an order would cost: reckoned as it is when one is placed; nothing is stored or held',
    access: 'booking.order.place',
    params: Type.Object({ departureId: Id }),
    query: Query,
    result: OrderPrice,
    handle: (call, { params: { departureId }, query: asked }) =>
      priceOrder(call, { ...asked, departureId, categoryOf, call }),
  });
