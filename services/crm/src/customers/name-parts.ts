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

interface Fragment {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Conditions on `crm.customers`: every word of the text is a part of a name, in whatever order. Each finds the index over parts. */
export const byNameWords = (agencyId: string, text: string): Fragment[] =>
  wordsOf(text).map((word) => ({
    sql: 'id in (select customer_id from crm.customer_name_parts where agency_id = ? and part ^@ ?)',
    values: [agencyId, word],
  }));

/**
 * The same customers as a table of `id` and `name_key`, which the index over parts holds: of a short word there are too many to look each of them up.
 */
export function namedBy(agencyId: string, text: string): Fragment {
  const words = wordsOf(text);
  const others = words
    .slice(1)
    .map(
      () =>
        ' and customer_id in (select customer_id from crm.customer_name_parts where agency_id = ? and part ^@ ?)',
    );
  return {
    sql: `(select customer_id as id, name_key from crm.customer_name_parts where agency_id = ? and part ^@ ?${others.join('')}
      group by customer_id, name_key) as named`,
    values: words.flatMap((word) => [agencyId, word]),
  };
}

const wordsOf = (text: string): string[] => nameKey(text).split(' ').slice(0, mostWords).map(shortened);

/** Lets the customer be found by the name it has now. */
export async function storeNameParts(uow: UnitOfWork, customer: Customer): Promise<void> {
  const { agencyId, id, branchId, ownerId, name, nameKey: order } = customer;
  await uow.rows('delete from crm.customer_name_parts where agency_id = ? and customer_id = ?', [
    agencyId,
    id,
  ]);
  await uow.rows(
    `insert into crm.customer_name_parts (agency_id, part, customer_id, branch_id, owner_id, name_key)
     select ?, part, ?, ?, ?, ? from jsonb_array_elements_text(?::jsonb) part`,
    [agencyId, id, branchId, ownerId, order, JSON.stringify(namePartsOf(name))],
  );
}
