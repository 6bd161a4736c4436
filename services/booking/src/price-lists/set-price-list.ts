import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { Product } from '../products/product.ts';
import { checkSeasons, PriceList, priceListFields, priceListView, PriceListView } from './price-list.ts';

const Prices = Type.Object(priceListFields);
const NewList = Type.Object({ productId: Id, ...priceListFields });

const setUp = command(
  { permission: 'booking.price-list.set' },
  async (uow, input: Static<typeof NewList>) => {
    checkSeasons(input.seasons);
    const [product] = await uow.find(Product, { id: input.productId });
    if (!product) throw errors.noSuchProduct();
    const { agencyId, now: createdAt } = uow;
    const list = uow.add(
      uow.em.create(PriceList, { agencyId, id: newId(), ...input, version: 0, createdAt }),
    );
    return told(uow, list);
  },
);

interface Change extends Static<typeof Prices> {
  readonly priceListId: string;
  readonly version: number;
}

const change = command({ permission: 'booking.price-list.set' }, async (uow, input: Change) => {
  const { priceListId, version, currency, seasons } = input;
  checkSeasons(seasons);
  const list = await uow.lock(PriceList, priceListId, version);
  Object.assign(list, { currency, seasons });
  return told(uow, list);
});

function told(uow: UnitOfWork, list: PriceList): Static<typeof PriceListView> {
  const { id: priceListId, productId, currency } = list;
  uow.publish(list, events.priceListSet, { priceListId, productId, currency });
  return priceListView(list);
}

export const setPriceListRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/price-lists',
    summary: 'Set what a product costs by season, for the departures scheduled from now on',
    access: 'booking.price-list.set',
    body: NewList,
    result: PriceListView,
    status: 201,
    handle: (call, { body }) => setUp(call, body),
  }),
  route({
    method: 'PUT',
    path: '/v1/price-lists/:priceListId',
    summary: 'Set a price list anew; departures that are scheduled keep their prices',
    access: 'booking.price-list.set',
    params: Type.Object({ priceListId: Id }),
    body: Prices,
    result: PriceListView,
    versioned: true,
    handle: (call, { params: { priceListId }, body, version }) =>
      change(call, { ...body, priceListId, version }),
  }),
];
