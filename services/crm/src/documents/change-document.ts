import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import type { Sealing, Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { protectedCommand } from '../protected-command.ts';
import { documentFields, documentView, DocumentView, TravellerDocument } from './document.ts';
import { holderOf } from './holder.ts';
import { openNumber, sealedNumber } from './sealed-number.ts';
import { settleDocument, type DocumentEntry, type SettledDocument } from './settle-document.ts';

type Given = Omit<DocumentEntry, 'kind'>;

interface Wish {
  readonly customerId: string;
  readonly travellerId: string;
  readonly documentId: string;
  readonly version: number;
  readonly given: Given;
}

/** Changes a document. The event names the fields, never their values; what changes nothing is told to nobody. */
const changeDocument = (vault: Vault) =>
  protectedCommand(vault, 'crm.document.change', async (uow, wish: Wish) => {
    const { customerId, travellerId, documentId, version, given } = wish;
    const { holder } = await holderOf(uow, customerId, travellerId);
    const sealing = await vault.sealing(uow, travellerId);
    const document = await uow.lock(TravellerDocument, { id: documentId, travellerId, customerId }, version);
    const current = await currentOf(vault, uow, document);
    const settled = settleDocument(entryOf(current, given), holder, uow.now);
    const changedFields = changesOf(current, settled, given);
    if (changedFields.length === 0) return documentView(document);
    apply(document, sealing, settled, changedFields);
    uow.publish(document, events.documentChanged, { documentId, travellerId, customerId, changedFields });
    return documentView(document);
  });

async function currentOf(
  vault: Vault,
  uow: UnitOfWork,
  document: TravellerDocument,
): Promise<SettledDocument> {
  const { kind, issuingCountry = null, sex = null, issuedOn = null, expiresOn = null } = document;
  return { kind, issuingCountry, sex, issuedOn, expiresOn, ...(await openNumber(vault, uow, document)) };
}

/** A number without its zone, or a zone without a number, replaces both: they belong together. */
function entryOf(current: SettledDocument, given: Given): DocumentEntry {
  const { kind, number, mrz, issuingCountry, issuedOn, expiresOn } = current;
  if (given.mrz !== undefined) return { kind, issuedOn, ...given };
  const zone = given.number === undefined && mrz !== null ? { mrz } : {};
  return { kind, number, ...zone, issuingCountry, issuedOn, expiresOn, ...given };
}

const compared = ['number', 'mrz', 'issuingCountry', 'issuedOn', 'expiresOn'] as const;

function changesOf(current: SettledDocument, settled: SettledDocument, given: Given) {
  const replaced = given.number !== undefined || given.mrz !== undefined;
  return compared.filter((field) => {
    const same = JSON.stringify(current[field]) === JSON.stringify(settled[field]);
    return !same && (replaced || field in given);
  });
}

function apply(
  document: TravellerDocument,
  sealing: Sealing,
  settled: SettledDocument,
  changed: readonly string[],
): void {
  const { issuingCountry, sex, issuedOn, expiresOn } = settled;
  Object.assign(document, { issuingCountry, sex, issuedOn, expiresOn });
  if (changed.includes('number') || changed.includes('mrz'))
    Object.assign(document, sealedNumber(sealing, document.id, settled));
}

const { kind: _aKindStays, ...changeable } = documentFields;

export const changeDocumentRoute = (vault: Vault) => {
  const change = changeDocument(vault);
  return route({
    method: 'PATCH',
    path: '/v1/customers/:customerId/travellers/:travellerId/documents/:documentId',
    summary: 'Change a document; fields not given stay, null empties a field',
    access: 'crm.document.change',
    params: Type.Object({ customerId: Id, travellerId: Id, documentId: Id }),
    body: Type.Partial(Type.Object(changeable)),
    result: DocumentView,
    versioned: true,
    handle: (call, { params, body, version }) => change(call, { ...params, version, given: body }),
  });
};
