import { crm, events } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import { requestErrors, type Call } from '@yitu/persistence';
import { Id, route, rpc } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { protectedCommand, Reason, unrepeated } from '../protected-command.ts';
import { TravellerDocument } from './document.ts';
import { openNumber } from './sealed-number.ts';

interface Look {
  readonly documentId: string;
  readonly reason: string;
  readonly of?: { readonly customerId: string; readonly travellerId: string };
}

/** A document's number in plain text: audited with the reason, never with the value, and told to all services. */
const revealDocument = (vault: Vault) => {
  const look = protectedCommand(
    vault,
    'crm.document.reveal',
    async (uow, { documentId, reason, of }: Look) => {
      const document = await uow.get(TravellerDocument, { id: documentId, ...of });
      const { kind, travellerId, customerId } = document;
      const plain = await openNumber(vault, uow, document);
      uow.audit({ objectType: 'TravellerDocument', objectId: documentId, change: 'read', after: { reason } });
      const told = { customerId, travellerId, documentId, userId: uow.userId, kind };
      // Outside of the document's sequence: a look changes no version that an editor holds.
      uow.publishLater(documentId, events.documentRevealed, told, uow.now);
      return { documentId, kind, ...plain };
    },
  );
  return (call: Call, input: Look) => look(unrepeated(call), input);
};

export const revealDocumentRoute = (vault: Vault) => {
  const reveal = revealDocument(vault);
  return route({
    method: 'POST',
    path: '/v1/customers/:customerId/travellers/:travellerId/documents/:documentId/reveals',
    summary: "Look at a document's number in plain text, for a reason; audited",
    access: 'crm.document.reveal',
    recordsRefusals: true,
    params: Type.Object({ customerId: Id, travellerId: Id, documentId: Id }),
    body: Type.Object({ reason: Reason }),
    headers: { 'cache-control': 'no-store' },
    result: Type.Object(
      {
        documentId: Id,
        kind: Type.String(),
        number: Type.String(),
        mrz: Type.Union([Type.Array(Type.String()), Type.Null()]),
      },
      { title: 'RevealedDocument' },
    ),
    handle: (call, { params: { documentId, ...of }, body: { reason } }) =>
      reveal(call, { documentId, of, reason }),
  });
};

export const revealDocumentRpc = (vault: Vault) => {
  const reveal = revealDocument(vault);
  return rpc(crm.DocumentsServiceService.revealDocument, async (call, { documentId, reason }) => {
    if (!isId(documentId)) throw requestErrors.notFound();
    if (reason.trim().length < 4) throw errors.notValid({ fields: [reasonProblem] });
    const { mrz, ...revealed } = await reveal(call, { documentId, reason: reason.slice(0, 500) });
    return { ...revealed, mrz: mrz ?? [] };
  });
};

const reasonProblem = {
  field: '/reason',
  rule: 'minLength',
  message: { zh: '至少 4 个字符', en: 'must have at least 4 characters' },
};
