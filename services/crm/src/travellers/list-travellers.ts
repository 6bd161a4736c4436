import { crm } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route, rpc } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Customer } from '../customers/customer.ts';
import { Traveller, travellerView, TravellerView } from './traveller.ts';

const Query = Type.Object(page);

const permission = 'crm.traveller.read';

const travellersOf = query(
  { permission },
  async (uow, { customerId, limit, after }: Static<typeof Query> & { customerId: string }) => {
    await uow.get(Customer, customerId); // a customer out of reach is none, not one without travellers
    const where = { agencyId: uow.agencyId, customerId, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(Traveller, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { travellers: items.map(travellerView), next };
  },
);

export const listTravellersRoute = () =>
  route({
    method: 'GET',
    path: '/v1/customers/:customerId/travellers',
    summary: "A customer's travellers, newest first",
    access: permission,
    params: Type.Object({ customerId: Id }),
    query: Query,
    result: Type.Object({ travellers: Type.Array(TravellerView), next: Next }),
    handle: (call, { params: { customerId }, query: paging }) =>
      travellersOf(call, { customerId, ...paging }),
  });

/** Travellers by their ids, in the order asked; ids that are unknown or out of reach are left out. */
const travellersById = query({ permission }, async (uow, ids: readonly string[]) => {
  const found = await uow.find(Traveller, { id: { $in: ids.filter(isId) } });
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
});

export const listTravellersRpc = () =>
  rpc(crm.CustomersServiceService.listTravellers, async (call, { travellerIds }) => {
    const travellers = await travellersById(call, travellerIds);
    return {
      travellers: travellers.map(({ id, customerId, name, birthDate }) => ({
        travellerId: id,
        customerId,
        displayName: name,
        birthDate,
      })),
    };
  });
