import type { UnitOfWork } from '@yitu/persistence';
import type { Customer, CustomerName } from './customer.ts';
import { orderKeyOf, pinyinPartsOf } from './pinyin.ts';

/** Characters of a part that are kept and searched by. */
export const longestPart = 50;

/** Words of a search at the most; each of them must be found. */
const mostWords = 6;

/** A name, or a part of one, in the form names are compared in: compatible characters made one, small letters, single blanks. */
export const nameKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');

/** Every ending of every form of a name, of how it is read and of its initials; any part of them is the beginning of one. */
export function namePartsOf(name: CustomerName): string[] {
  const endings = [name.zh, name.en].flatMap((form) => {
    const characters = Array.from(nameKey(form ?? ''));
    return characters.map((_one, start) => characters.slice(start).join(''));
  });
  const parts = [...endings, ...pinyinPartsOf(nameKey(name.zh ?? ''))].map(shortened);
  return [...new Set(parts.filter((part) => !part.startsWith(' ')))];
}

/** What customers are ordered by: the Chinese name as it is read, or the other one. */
export const nameOrderOf = ({ zh, en }: CustomerName): string => orderKeyOf(nameKey(zh ?? en ?? ''));

const shortened = (text: string): string => Array.from(text).slice(0, longestPart).join('');

/** Conditions on `crm.customers`: every word of the text is a part of a name, in whatever order. Each finds the index over parts. */
export function byNameWords(agencyId: string, text: string): { sql: string; values: unknown[] }[] {
  const words = nameKey(text).split(' ').slice(0, mostWords);
  return words.map((word) => ({
    sql: 'id in (select customer_id from crm.customer_name_parts where agency_id = ? and part ^@ ?)',
    values: [agencyId, shortened(word)],
  }));
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
