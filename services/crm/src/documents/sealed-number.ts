import type { UnitOfWork } from '@yitu/persistence';
import type { SealedTable, Sealing, Vault } from '@yitu/vault';
import type { TravellerDocument } from './document.ts';
import { maskedNumber } from './document-kinds.ts';
import type { SettledDocument } from './settle-document.ts';

const table = 'traveller_documents';

/** What document numbers are found by, whatever the document's kind. */
export const numberField = { table, field: 'number' };

/** What of a document's plain text is kept: sealed, indexed, masked. @param id of its row, which the sealed texts are bound to */
export const sealedNumber = (
  sealing: Sealing,
  id: string,
  { kind, number, mrz }: Pick<SettledDocument, 'kind' | 'number' | 'mrz'>,
) => ({
  numberSealed: sealing.seal({ table, row: id, field: 'number' }, number),
  numberIndex: sealing.index(numberField, number),
  numberMasked: maskedNumber(kind, number),
  mrzSealed: mrz && sealing.seal({ table, row: id, field: 'mrz' }, mrz.join('\n')),
});

/** The number and the lines of the machine-readable zone in plain text. @throws vault/person-erased */
export async function openNumber(
  vault: Vault,
  uow: UnitOfWork,
  { id, travellerId, numberSealed, mrzSealed }: TravellerDocument,
): Promise<{ number: string; mrz: string[] | null }> {
  const open = await vault.opening(uow, travellerId);
  return {
    number: open({ table, row: id, field: 'number' }, numberSealed),
    mrz: mrzSealed == null ? null : open({ table, row: id, field: 'mrz' }, mrzSealed).split('\n'),
  };
}

/** What a rotation of data keys seals again. */
export const sealedDocuments: SealedTable = {
  table,
  personColumn: 'traveller_id',
  fields: [
    { field: 'number', column: 'number_sealed', indexColumn: 'number_index' },
    { field: 'mrz', column: 'mrz_sealed' },
  ],
};
