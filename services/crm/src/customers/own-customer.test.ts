import { eventually, registerCustomer, startWorld, type SignedInCustomer, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

interface Own {
  readonly customer: { readonly id: string; readonly version: number; readonly phone: string | null };
}

const url = (path = 'own-customer') => `${world.url('crm')}/v1/${path}`;
const change = (who: Pick<SignedInCustomer, 'ask'>, body: object, version = 1) =>
  who.ask<Own>(url(), { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } });

describe('what customers have told of themselves', () => {
  it('is seen by them, without what the staff notes', async () => {
    const customer = await registerCustomer(world, await world.foundAgency());
    const { body } = await customer.get<Own>(url());
    expect(body.customer).toMatchObject({ id: customer.customerId, preferences: {}, version: 1 });
    for (const field of ['category', 'tags', 'source', 'ownerId', 'branchId'])
      expect(body.customer).not.toHaveProperty(field);
  });

  it('is changed by them: how to reach them, and what they wish', async () => {
    const agency = await world.foundAgency();
    const customer = await registerCustomer(world, agency);
    const wishes = { preferences: { themes: ['海岛'] }, specialNeeds: { diet: '素食' }, locale: 'zh' };
    const answer = await change(customer, { phone: '13812345678', address: '大理古城', ...wishes });
    expect(answer).toMatchObject({
      status: 200,
      body: { customer: { phone: '+8613812345678', address: '大理古城', version: 2, ...wishes } },
    });
    expect((await customer.get<Own>(url())).body).toEqual(answer.body);
    await eventually(async () => {
      const { rows } = await world.admin.query<{ envelope: string }>(
        `select envelope from crm.outbox where aggregate_id = $1 and aggregate_version = 2 and published_at is not null`,
        [customer.customerId],
      );
      expect(rows[0]?.envelope).toContain('"changedFields":["phone"');
      expect(rows[0]?.envelope).not.toContain('13812345678');
    });
    const { rows } = await world.admin.query<{ actor: string }>(
      `select actor from crm.audit_records where object_id = $1 and change = 'update'`,
      [customer.customerId],
    );
    expect(rows).toEqual([{ actor: `user:${customer.userId}` }]);
  });

  it.each([
    [{ category: 'key' }, 400, '/body/category', 'additionalProperties'],
    [{ email: 'other@example.com' }, 400, '/body/email', 'additionalProperties'],
    [{ name: { zh: '李四' } }, 400, '/body/name', 'additionalProperties'],
    [{ locale: 'fr' }, 400, '/body/locale', 'enum'],
    [{ phone: '1' }, 422, '/body/phone', 'phone'],
  ])('takes no %j', async (body, status, field, rule) => {
    const customer = await registerCustomer(world, await world.foundAgency());
    const answer = await change(customer, body);
    expect(answer).toMatchObject({ status, body: { errors: [{ field, rule }] } });
    expect((await customer.get<Own>(url())).body.customer.version).toBe(1);
  });

  it('needs the version that was read, and a customer who is signed in', async () => {
    const agency = await world.foundAgency();
    const customer = await registerCustomer(world, agency);
    expect(await change(customer, { address: '大理' }, 7)).toMatchObject({
      ...{ status: 412, body: { code: 'request/stale-version' } },
    });
    expect((await change(await agency.staff('sales'), { address: '大理' })).status).toBe(403);
    expect((await change(await agency.staff('branch-manager'), { address: '大理' })).status).toBe(409);
  });
});

describe('questionnaires', () => {
  it('are found by the customer they are for, with the page to answer them on', async () => {
    const agency = await world.foundAgency();
    const [customer, stranger] = [
      await registerCustomer(world, agency),
      await registerCustomer(world, agency),
    ];
    await world.admin.query(
      `insert into crm.surveys (agency_id, id, branch_id, customer_id, order_id, sent_at, valid_until, expires_at, version)
       values ($1, gen_random_uuid(), $2, $3, gen_random_uuid(), now(), current_date + 14, now() + interval '14 days', 1)`,
      [agency.id, agency.headquartersId, customer.customerId],
    );
    const { body } = await customer.get<{ surveys: { answerAt: string }[] }>(url('own-surveys'));
    expect(body.surveys).toMatchObject([{ answeredAt: null }]);
    const token = new URL(body.surveys[0]?.answerAt ?? '').searchParams.get('token');
    const praise = { attitude: 5, efficiency: 5, quality: 5, price: 5, afterSales: 5, nps: 9 };
    expect((await customer.post(url('survey-forms/answer'), { token, ...praise })).status).toBe(200);
    const { body: after } = await customer.get<{ surveys: object[] }>(url('own-surveys'));
    expect(after.surveys).toMatchObject([{ answeredAt: expect.any(String), answerAt: null }]);
    expect((await stranger.get(url('own-surveys'))).body).toEqual({ surveys: [] });
  });
});
