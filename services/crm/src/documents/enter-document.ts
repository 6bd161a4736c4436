import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { Id, route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { protectedCommand } from '../protected-command.ts';
import { documentFields, documentView, DocumentView, TravellerDocument } from './document.ts';
import { holderOf } from './holder.ts';
import { sealedNumber } from './sealed-number.ts';
import { settleDocument, type DocumentEntry } from './settle-document.ts';

interface Entry {
  readonly customerId: string;
  readonly travellerId: string;
  readonly entry: DocumentEntry;
}

/** Enters a document of a traveller: checked, then sealed. The same one twice is refused by the database. */
const enterDocument = (vault: Vault) =>
  protectedCommand(vault, 'crm.document.enter', async (uow, { customerId, travellerId, entry }: Entry) => {
    const { traveller, holder } = await holderOf(uow, customerId, travellerId);
    const { number, mrz, ...settled } = settleDocument(entry, holder, uow.now);
    const id = newId();
    const sealing = await vault.sealing(uow, travellerId);
    const document = uow.add(
      uow.em.create(TravellerDocument, {
        agencyId: uow.agencyId,
        id,
        travellerId,
        customerId,
        branchId: traveller.branchId,
        ownerId: traveller.ownerId,
        ...settled,
        ...sealedNumber(sealing, id, { kind: settled.kind, number, mrz }),
        version: 0,
        createdAt: uow.now,
      }),
    );
    const { kind } = settled;
    uow.publish(document, events.documentEntered, { documentId: id, travellerId, customerId, kind });
    return documentView(document);
  });

const { kind, ...optional } = documentFields;

export const enterDocumentRoute = (vault: Vault) => {
  const enter = enterDocument(vault);
  return route({
    method: 'POST',
    path: '/v1/customers/:customerId/travellers/:travellerId/documents',
    summary: 'Enter a document of a traveller by its number, its machine-readable zone, or both',
    access: 'crm.document.enter',
    params: Type.Object({ customerId: Id, travellerId: Id }),
    body: Type.Object({ kind, ...Type.Partial(Type.Object(optional)).properties }),
    result: DocumentView,
    status: 201,
    handle: (call, { params, body }) => enter(call, { ...params, entry: body }),
  });
};
