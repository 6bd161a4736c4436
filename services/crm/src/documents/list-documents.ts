import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Traveller } from '../travellers/traveller.ts';
import { documentView, DocumentView, TravellerDocument } from './document.ts';

const Params = Type.Object({ customerId: Id, travellerId: Id });
const Query = Type.Object(page);

const documentsOf = query(
  { permission: 'crm.document.read' },
  async (uow, { customerId, travellerId, limit, after }: Static<typeof Query> & Static<typeof Params>) => {
    await uow.get(Traveller, { id: travellerId, customerId }); // out of reach is none, not one without documents
    const where = { agencyId: uow.agencyId, travellerId, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(TravellerDocument, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { documents: items.map(documentView), next };
  },
);

export const listDocumentsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/customers/:customerId/travellers/:travellerId/documents',
    summary: "A traveller's documents, masked, newest first",
    access: 'crm.document.read',
    params: Params,
    query: Query,
    result: Type.Object({ documents: Type.Array(DocumentView), next: Next }),
    handle: (call, { params, query: paging }) => documentsOf(call, { ...params, ...paging }),
  });
