import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

interface View {
  id: string;
  version: number;
  name: { zh?: string; en?: string };
}

const customers = () => `${world.url('crm')}/v1/customers`;
const change = (staff: Staff, id: string, body: object, version = 1, headers = {}) =>
  staff.ask<View>(`${customers()}/${id}`, {
    method: 'PATCH',
    body,
    headers: { 'if-match': `"${version}"`, ...headers },
  });

async function entered(staff: Staff, body: object = {}) {
  const entry = { kind: 'person', name: { zh: '张晓明' }, phone: '13812345678', ...body };
  return (await staff.post<View>(customers(), entry)).body;
}

describe('changing a customer', () => {
  it('changes what is given, keeps the rest, and moves the version', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    const { id } = await entered(sales, { tags: ['VIP'] });
    const answer = await change(sales, id, { category: 'important', phone: null });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.body).toMatchObject({ category: 'important', phone: null, tags: ['VIP'], version: 2 });
    expect((await sales.get(`${customers()}/${id}`)).body).toEqual(answer.body);
  });

  it('tells the names of the changed fields, never their values', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const { id } = await entered(sales);
    await change(sales, id, { email: 'zhang@example.com', category: 'key' });
    await eventually(async () => {
      const { rows } = await world.admin.query<{ envelope: string }>(
        'select envelope from crm.outbox where agency_id = $1 and aggregate_version = 2 and published_at is not null',
        [agency.id],
      );
      const envelope = JSON.parse(rows[0]?.envelope ?? '{}') as { type: string; data: object };
      expect(envelope.type).toBe('crm.customer.changed.v1');
      expect(envelope.data).toEqual({
        customerId: id,
        branchId: agency.headquartersId,
        category: 'key',
        changedFields: ['email', 'category'],
      });
    });
  });

  it('to what it is already changes nothing and tells nobody', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const { id } = await entered(sales);
    expect((await change(sales, id, { phone: '138-1234-5678', tags: [] })).body.version).toBe(1);
    const { rows } = await world.admin.query('select from crm.outbox where agency_id = $1', [agency.id]);
    expect(rows).toHaveLength(1);
  });

  it('lets the customer be found by the new name, not by the old one', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    const { id } = await entered(sales);
    await change(sales, id, { name: { zh: '王晓芳' } });
    const found = async (q: string) =>
      (await sales.get<{ customers: View[] }>(`${customers()}?q=${q}`)).body.customers.map((one) => one.id);
    expect(await found('晓芳')).toEqual([id]);
    expect(await found('张')).toEqual([]);
  });

  it('needs the version that was read', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    const { id } = await entered(sales);
    await change(sales, id, { category: 'key' });
    expect(await change(sales, id, { category: 'regular' })).toMatchObject({
      status: 412,
      body: { code: 'request/stale-version' },
    });
    const blind = await sales.ask(`${customers()}/${id}`, { method: 'PATCH', body: { category: 'regular' } });
    expect(blind).toMatchObject({ status: 428, body: { code: 'request/if-match-required' } });
    expect((await sales.get(`${customers()}/${id}`)).body).toMatchObject({ category: 'key', version: 2 });
  });

  it('gives the first answer again for the same key', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    const { id } = await entered(sales);
    const once = { 'idempotency-key': 'change-1' };
    const first = await change(sales, id, { category: 'key' }, 1, once);
    const again = await change(sales, id, { category: 'key' }, 1, once);
    expect(again).toMatchObject({ status: 200, body: first.body });
  });

  it.each([
    [{ documentNumber: 'E12345678' }, 400, '/body/documentNumber', 'additionalProperties'],
    [{ kind: 'company' }, 400, '/body/kind', 'additionalProperties'],
    [{ category: null }, 400, '/body/category', 'enum'],
    [{ name: {} }, 422, '/body/name', 'required'],
    [{ phone: '1' }, 422, '/body/phone', 'phone'],
  ])('refuses %j', async (body, status, field, rule) => {
    const sales = await (await world.foundAgency()).staff('sales');
    const { id } = await entered(sales);
    const answer = await change(sales, id, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ errors: [{ field, rule }] });
    expect((await sales.get<View>(`${customers()}/${id}`)).body.version).toBe(1);
  });

  it('is not possible for another agency, another branch, or without the permission', async () => {
    const agency = await world.foundAgency();
    const { id } = await entered(await agency.staff('sales'));
    const strangers = [
      await (await world.foundAgency()).staff('sales'),
      await agency.staff('branch-manager', await agency.openBranch('franchise')),
    ];
    for (const stranger of strangers) {
      const answers = [
        await change(stranger, id, { category: 'key' }),
        await stranger.get(`${customers()}/${id}`),
      ];
      for (const answer of answers)
        expect(answer).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
    }
    const reader = await agency.staff('customer-service');
    expect((await reader.get(`${customers()}/${id}`)).status).toBe(200);
    expect(await change(reader, id, { category: 'key' })).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
  });
});
