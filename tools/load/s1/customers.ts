import { randomInt } from 'node:crypto';
import type { Api } from '../../story/api.ts';
import { whenKnown } from './when-known.ts';

const perBranch = 2;

/** A customer and who travels with them. */
export interface Customer {
  readonly id: string;
  readonly travellerIds: readonly string[];
}

/** Enters customers with two travellers each. @param sales somebody of the branch they are to belong to */
export const enterCustomers = (sales: Api): Promise<Customer[]> =>
  Promise.all(Array.from({ length: perBranch }, () => enterCustomer(sales)));

async function enterCustomer(sales: Api): Promise<Customer> {
  const mark = String(randomInt(1e8)).padStart(8, '0');
  const person = {
    kind: 'person',
    name: { zh: `王${mark}`, en: `Wang ${mark}` },
    phone: `+86139${mark}`,
    email: `wang.${mark}@customer.example`,
    source: 'walk-in',
    category: 'regular',
    locale: 'zh',
  };
  const { id } = await whenKnown('crm to take customers', () =>
    sales.post<{ id: string }>('/api/crm/v1/customers', person),
  );
  const travellers = await Promise.all(
    ['1988-02-29', '1990-10-01'].map((birthDate, index) =>
      sales.post<{ id: string }>(`/api/crm/v1/customers/${id}/travellers`, {
        name: `王${mark}`,
        birthDate,
        nationality: 'CN',
        relation: index === 0 ? 'self' : 'spouse',
      }),
    ),
  );
  return { id, travellerIds: travellers.map((traveller) => traveller.id) };
}
