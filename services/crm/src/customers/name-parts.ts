import type { UnitOfWork } from '@yitu/persistence';
import type { Customer, CustomerName } from './customer.ts';

/** Characters of a part that are kept and searched by. */
export const longestPart = 50;

/** A name, or a part of one, in the form names are compared in: compatible characters made one, small letters, single blanks. */
export const nameKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');

/** Every ending of every form of a name; any part of the name is the beginning of one of them. */
export function namePartsOf(name: CustomerName): string[] {
  const endings = [name.zh, name.en].flatMap((form) => {
    const characters = Array.from(nameKey(form ?? ''));
    return characters.map((_one, start) => characters.slice(start, start + longestPart).join(''));
  });
  return [...new Set(endings.filter((part) => !part.startsWith(' ')))];
}

/** Lets the customer be found by the name it has now. */
export async function storeNameParts(uow: UnitOfWork, customer: Customer): Promise<void> {
  const { agencyId, id, branchId, ownerId, name } = customer;
  await uow.rows('delete from crm.customer_name_parts where agency_id = ? and customer_id = ?', [
    agencyId,
    id,
  ]);
  await uow.rows(
    `insert into crm.customer_name_parts (agency_id, part, customer_id, branch_id, owner_id)
     select ?, part, ?, ?, ? from jsonb_array_elements_text(?::jsonb) part`,
    [agencyId, id, branchId, ownerId, JSON.stringify(namePartsOf(name))],
  );
}
