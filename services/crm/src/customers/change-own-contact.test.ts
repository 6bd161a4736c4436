import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const own = () => `${world.url('crm')}/v1/own-customer`;
const change = (who: Staff, body: object, version = 1) =>
  who.ask(own(), { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } });

/** A customer the staff has entered, whose account somebody has. */
async function setOut() {
  const agency = await world.foundAgency();
  const [sales, customer] = [await agency.staff('sales'), await agency.staff('customer')];
  const entry = {
    kind: 'person',
    name: { zh: '张晓明' },
    phone: '13812345678',
    category: 'key',
    tags: ['VIP'],
  };
  const { body } = await sales.post<{ id: string }>(`${world.url('crm')}/v1/customers`, entry);
  await world.admin.query('update crm.customers set user_id = $1 where id = $2', [customer.userId, body.id]);
  return { agency, sales, customer, id: body.id };
}

describe('a customer who says how they are reached', () => {
  it('changes phone, address and language, and reads nothing of what the staff notes', async () => {
    const { sales, customer, id } = await setOut();
    const { status, body } = await change(customer, {
      phone: '13900000001',
      address: '解放路 1 号',
      locale: 'en',
    });
    const contact = { phone: '+8613900000001', address: '解放路 1 号', locale: 'en' };
    expect([status, body]).toEqual([200, { id, displayName: '张晓明', ...contact, version: 2 }]);
    expect((await customer.get(own())).body).toEqual({ customer: body });
    const { body: seen } = await sales.get(`${world.url('crm')}/v1/customers/${id}`);
    expect(seen).toMatchObject({ ...contact, category: 'key', tags: ['VIP'], version: 2 });
  });

  it('changes nothing else, nobody else, and not what they have not read', async () => {
    const { agency, sales, customer, id } = await setOut();
    for (const field of [
      { category: 'key' },
      { email: 'x@example.com' },
      { name: { zh: '李' } },
      { tags: [] },
    ])
      expect(await change(customer, field)).toMatchObject({ status: 400, body: { code: 'request/invalid' } });
    expect((await change(customer, { phone: '12' })).status).toBe(422);
    expect((await change(customer, { locale: 'en' }, 3)).status).toBe(412);
    expect((await change(sales, { locale: 'en' })).status).toBe(403);
    expect((await change(await agency.staff('customer'), { locale: 'en' })).status).toBe(404);
    const whole = `${world.url('crm')}/v1/customers/${id}`;
    const staffDoor = { method: 'PATCH', body: { locale: 'en' }, headers: { 'if-match': '"1"' } };
    expect((await customer.ask(whole, staffDoor)).status).toBe(403);
  });
});
