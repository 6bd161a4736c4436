import { query } from '@yitu/persistence';
import { Id, IdList, idsOf, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Traveller } from './traveller.ts';

const nameTravellers = query({ permission: 'crm.traveller.read' }, async (uow, ids: readonly string[]) => {
  const travellers = await uow.find(Traveller, { id: { $in: [...ids] } });
  return {
    travellers: travellers.map(({ id, name, latinName }) => ({ id, name, latinName: latinName ?? null })),
  };
});

/** For passenger lists: one question for everybody of a group. */
export const nameTravellersRoute = () =>
  route({
    method: 'GET',
    path: '/v1/traveller-names',
    summary: 'What travellers are called; those beyond reach are left out',
    access: 'crm.traveller.read',
    query: Type.Object({ ids: IdList }),
    result: Type.Object({
      travellers: Type.Array(
        Type.Object(
          { id: Id, name: Type.String(), latinName: Type.Union([Type.String(), Type.Null()]) },
          { title: 'TravellerName' },
        ),
      ),
    }),
    handle: (call, { query: { ids } }) => nameTravellers(call, idsOf(ids)),
  });
