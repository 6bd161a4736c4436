import { query } from '@yitu/persistence';
import { Id, IdList, idsOf, LocalDate, LocalText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Product } from '../products/product.ts';
import { Departure } from './departure.ts';

const nameDepartures = query({ permission: 'booking.offer.read' }, async (uow, ids: readonly string[]) => {
  const departures = await uow.find(Departure, { id: { $in: [...ids] } });
  const products = await uow.find(Product, { id: { $in: departures.map(({ productId }) => productId) } });
  const nameOf = new Map(products.map(({ id, name }) => [id, name]));
  return {
    departures: departures.flatMap(({ id, productId, groupNumber, departsOn, returnsOn, state }) => {
      const productName = nameOf.get(productId);
      if (!productName) return [];
      const calledOff = state === 'cancelled';
      return [{ id, productId, productName, groupNumber, departsOn, returnsOn, calledOff }];
    }),
  };
});

/** For lists of what belongs to departures: one question for all of a page. */
export const nameDeparturesRoute = () =>
  route({
    method: 'GET',
    path: '/v1/departure-names',
    summary: 'What departures are called and when they go; those beyond reach are left out',
    access: 'booking.offer.read',
    query: Type.Object({ ids: IdList }),
    result: Type.Object({
      departures: Type.Array(
        Type.Object(
          {
            ...{ id: Id, productId: Id, productName: LocalText, groupNumber: Type.String() },
            ...{ departsOn: LocalDate, returnsOn: LocalDate },
            calledOff: Type.Boolean({ description: 'It does not take place' }),
          },
          { title: 'DepartureName' },
        ),
      ),
    }),
    handle: (call, { query: { ids } }) => nameDepartures(call, idsOf(ids)),
  });
