import { Id, route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { newId } from '@yitu/kernel';
import { Type } from 'typebox';
import { NumberSearch, protectedCommand } from '../protected-command.ts';
import { documentFields, TravellerDocument } from './document.ts';
import { documentNumber } from './document-kinds.ts';
import { numberField } from './sealed-number.ts';

const Match = Type.Object(
  { customerId: Id, travellerId: Id, documentId: Id, kind: documentFields.kind, maskedNumber: Type.String() },
  { title: 'DocumentMatch' },
);

/** Whose document has exactly this number, within the caller's reach. Reads no sealed text; who searched and what was found is audited. */
const findByDocument = (vault: Vault) =>
  protectedCommand(vault, 'crm.document.search', async (uow, number: string) => {
    const found = await vault.search(uow, numberField, documentNumber(number), (indexes) =>
      uow.em.find(
        TravellerDocument,
        { agencyId: uow.agencyId, numberIndex: { $in: indexes } },
        { orderBy: { id: 'desc' }, limit: 50, refresh: true },
      ),
    );
    const matches = found.map(({ id, customerId, travellerId, kind, numberMasked }) => ({
      customerId,
      travellerId,
      documentId: id,
      kind,
      maskedNumber: numberMasked,
    }));
    const documents = matches.map(({ documentId }) => documentId);
    uow.audit({ objectType: 'DocumentSearch', objectId: newId(), change: 'read', after: { documents } });
    return { matches };
  });

export const findByDocumentRoute = (vault: Vault) => {
  const find = findByDocument(vault);
  return route({
    method: 'POST',
    path: '/v1/document-searches',
    summary: 'Customers and travellers by the exact number of a document; nothing is revealed',
    access: 'crm.document.search',
    body: NumberSearch,
    result: Type.Object({ matches: Type.Array(Match) }),
    handle: (call, { body: { number } }) => find(call, number),
  });
};
