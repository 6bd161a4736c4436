import type { FieldProblem, Texts } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { Vault } from '@yitu/vault';
import { errors } from '../errors.ts';
import { Traveller } from '../travellers/traveller.ts';
import { TravellerDocument } from './document.ts';
import { contradictions, type Contradiction, type Holder } from './holder-problems.ts';
import { openNumber } from './sealed-number.ts';

const message: Texts = {
  zh: '与已登记的证件不一致，请先更正或删除该证件',
  en: 'differs from a document on file; correct or remove that first',
};

const problem = (field: string): FieldProblem => ({ field, rule: 'differs-from-document', message });

const travellerField: Readonly<Record<Contradiction, string>> = {
  'name-differs': '/body/latinName',
  'birth-date-differs': '/body/birthDate',
  // The sex is the customer's, once the traveller is said to be the customer.
  'sex-differs': '/body/relation',
};

/**
 * Compares a traveller as they are to be with the documents on file, by the rules of entering one. To be called while the traveller is locked.
 * @throws crm/not-valid naming every field that contradicts a document
 */
export async function compareDocuments(
  vault: Vault,
  uow: UnitOfWork,
  travellerId: string,
  holder: Holder,
): Promise<void> {
  const found = new Set<string>();
  for (const document of await uow.find(TravellerDocument, { travellerId })) {
    const { kind } = document;
    const plain = await openNumber(vault, uow, document);
    for (const rule of contradictions({ kind, ...plain }, holder)) found.add(travellerField[rule]);
  }
  if (found.size > 0) throw errors.notValid({ fields: [...found].map(problem) });
}

/** The same of a customer's gender and the customer's own documents. To be called while the customer is locked. @throws crm/not-valid */
export async function compareGender(uow: UnitOfWork, customerId: string, gender: string): Promise<void> {
  if (gender !== 'female' && gender !== 'male') return;
  const selves = await uow.find(Traveller, { customerId, relation: 'self' });
  const others = await uow.find(TravellerDocument, {
    travellerId: { $in: selves.map(({ id }) => id) },
    sex: gender === 'female' ? 'male' : 'female',
  });
  if (others.length > 0) throw errors.notValid({ fields: [problem('/body/gender')] });
}
