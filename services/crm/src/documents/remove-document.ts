import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { TravellerDocument } from './document.ts';

interface Wish {
  readonly customerId: string;
  readonly travellerId: string;
  readonly documentId: string;
  readonly version: number;
}

/** Takes a document out, with all that it is found by. */
export function takeOut(uow: UnitOfWork, document: TravellerDocument): void {
  const { id: documentId, travellerId, customerId } = document;
  uow.publish(document, events.documentRemoved, { documentId, travellerId, customerId });
  uow.em.remove(document);
}

const removeDocument = command(
  { permission: 'crm.document.remove' },
  async (uow, { customerId, travellerId, documentId, version }: Wish) => {
    takeOut(uow, await uow.lock(TravellerDocument, { id: documentId, travellerId, customerId }, version));
    return { removed: true as const };
  },
);

export const removeDocumentRoute = () =>
  route({
    method: 'DELETE',
    path: '/v1/customers/:customerId/travellers/:travellerId/documents/:documentId',
    summary: 'Remove a document for good',
    access: 'crm.document.remove',
    params: Type.Object({ customerId: Id, travellerId: Id, documentId: Id }),
    result: Type.Object({ removed: Type.Literal(true) }),
    versioned: true,
    handle: (call, { params, version }) => removeDocument(call, { ...params, version }),
  });
