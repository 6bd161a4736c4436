import { randomInt } from 'node:crypto';
import type { Step } from '../scene.ts';

const given = ['子涵', '雨桐', '浩然', '思远', '梓萱', '若曦', '景行', '知夏'];

/** Sales enters a customer with two travellers; entering the same person again is warned of. */
export const enterCustomer: Step = async ({ as, told }) => {
  const sales = as('sales');
  const mark = String(randomInt(1e8)).padStart(8, '0');
  const name = { zh: `王${given[randomInt(given.length)] ?? '明'}`, en: 'Wang' };
  told.email = `wang.${mark}@customer.example`;
  const person = {
    kind: 'person',
    name,
    phone: `+86139${mark}`,
    email: told.email,
    source: 'walk-in',
    category: 'regular',
    locale: 'zh',
  };
  const customer = await sales.post<{ id: string }>('/api/crm/v1/customers', person);
  told.customerId = customer.id;
  const warning = await sales.refused('/api/crm/v1/customers', person);
  const travellers = await Promise.all(
    [name, { zh: '王小宝' }].map((traveller, index) =>
      sales.post<{ id: string }>(`/api/crm/v1/customers/${customer.id}/travellers`, {
        name: traveller.zh,
        birthDate: index === 0 ? '1988-02-29' : '1990-10-01',
        nationality: 'CN',
        relation: index === 0 ? 'self' : 'spouse',
      }),
    ),
  );
  told.travellerIds = travellers.map(({ id }) => id);
  return `${name.zh} entered with ${travellers.length} travellers; entered twice: ${warning}`;
};
