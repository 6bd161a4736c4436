import { query } from '@yitu/persistence';
import { Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Customer } from '../customers/customer.ts';
import { documentView, DocumentView, TravellerDocument } from './document.ts';

const permission = 'crm.own-document.read';
const Query = Type.Object(page);

const ownDocuments = query({ permission }, async (uow, { limit, after }: Static<typeof Query>) => {
  const { agencyId, userId } = uow;
  const [customer] = await uow.find(Customer, { userId });
  if (!customer) return { documents: [], next: null };
  const where = { agencyId, customerId: customer.id, ...(after && { id: { $lt: after } }) };
  const rows = await uow.em.find(TravellerDocument, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit);
  return { documents: items.map(documentView), next };
});

export const listOwnDocumentsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/own-documents',
    summary: "The documents of the caller's own travellers, masked, newest first",
    access: permission,
    query: Query,
    result: Type.Object({ documents: Type.Array(DocumentView), next: Next }),
    handle: (call, { query: paging }) => ownDocuments(call, paging),
  });
