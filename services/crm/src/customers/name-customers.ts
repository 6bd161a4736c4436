import { query } from '@yitu/persistence';
import { Id, IdList, idsOf, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Customer, displayName } from './customer.ts';

const nameCustomers = query({ permission: 'crm.customer.read' }, async (uow, ids: readonly string[]) => {
  const customers = await uow.find(Customer, { id: { $in: [...ids] } });
  return { customers: customers.map((one) => ({ id: one.id, displayName: displayName(one) })) };
});

/** For lists of what belongs to customers: one question for all names on a page. */
export const nameCustomersRoute = () =>
  route({
    method: 'GET',
    path: '/v1/customer-names',
    summary: 'What customers are called; those beyond reach are left out',
    access: 'crm.customer.read',
    query: Type.Object({ ids: IdList }),
    result: Type.Object({
      customers: Type.Array(Type.Object({ id: Id, displayName: Type.String() }, { title: 'CustomerName' })),
    }),
    handle: (call, { query: { ids } }) => nameCustomers(call, idsOf(ids)),
  });
