import { crm } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { errors } from '../errors.ts';
import { byNameWords, nameKey } from './name-parts.ts';
import { phoneOf, phoneProblem } from './phone.ts';

interface Wanted {
  readonly name: string;
  readonly phone: string;
  readonly limit: number;
}

/**
 * The ids of customers within reach, newest first, by a part of the name and by the whole phone number.
 * @throws crm/not-valid for what is no phone number
 */
const findCustomerIds = query(
  { permission: 'crm.customer.read' },
  async (uow, { name, phone, limit }: Wanted) => {
    const conditions = [
      ...(nameKey(name) === '' ? [] : byNameWords(uow.agencyId, name)),
      ...(phone === '' ? [] : [byPhone(phone)]),
    ];
    if (conditions.length === 0) return [];
    return uow.rows<{ id: string }>(
      `select id from crm.customers where agency_id = ? and ${conditions.map(({ sql }) => sql).join(' and ')} order by id desc limit ?`,
      [uow.agencyId, ...conditions.flatMap(({ values }) => values), limit + 1],
    );
  },
);

function byPhone(phone: string) {
  const number = phoneOf(phone);
  if (number === undefined) throw errors.notValid({ fields: [phoneProblem('/query/phone')] });
  return { sql: 'phone = ?', values: [number] };
}

export const findCustomersRpc = () =>
  rpc(crm.CustomersServiceService.findCustomers, async (call, { name, phone, limit: asked }) => {
    const limit = Math.min(Math.max(asked, 1), 1_000);
    const found = await findCustomerIds(call, { name, phone, limit });
    return { customerIds: found.slice(0, limit).map(({ id }) => id), more: found.length > limit };
  });
