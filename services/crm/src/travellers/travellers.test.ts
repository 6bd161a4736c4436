import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

interface View {
  id: string;
  customerId: string;
  version: number;
}

const customers = () => `${world.url('crm')}/v1/customers`;
const travellers = (customerId: string) => `${customers()}/${customerId}/travellers`;
const li = {
  name: '李小红',
  latinName: 'LI XIAOHONG',
  birthDate: '2015-06-01',
  nationality: 'CN',
  relation: 'child',
};

async function customerOf(staff: Staff): Promise<string> {
  const entry = { kind: 'person', name: { zh: '张晓明' } };
  return (await staff.post<View>(customers(), entry)).body.id;
}

async function newCustomer() {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  return { agency, sales, customerId: await customerOf(sales) };
}

const change = (staff: Staff, { id, customerId }: View, body: object, version = 1) =>
  staff.ask<View>(`${travellers(customerId)}/${id}`, {
    method: 'PATCH',
    body,
    headers: { 'if-match': `"${version}"` },
  });

const eventsOf = async (agencyId: string, noun: string) => {
  const { rows } = await world.admin.query<{ envelope: string }>(
    'select envelope from crm.outbox where agency_id = $1 and subject like $2 and published_at is not null order by id',
    [agencyId, `%.crm.${noun}.%`],
  );
  return rows.map(({ envelope }) => JSON.parse(envelope) as { type: string; data: object });
};

describe('naming travellers', () => {
  it('names those within reach, and nobody else', async () => {
    const { sales, customerId } = await newCustomer();
    const { body } = await sales.post<View>(travellers(customerId), li);
    const other = await newCustomer();
    const strange = (await other.sales.post<View>(travellers(other.customerId), li)).body.id;
    const named = await sales.get(`${world.url('crm')}/v1/traveller-names?ids=${body.id},${strange}`);
    expect(named.body).toEqual({
      travellers: [{ id: body.id, name: li.name, latinName: li.latinName }],
    });
  });
});

describe('who reviews orders', () => {
  it('sees what travellers are called in their branch, and no documents', async () => {
    const { agency, sales, customerId } = await newCustomer();
    const { body } = await sales.post<View>(travellers(customerId), li);
    const names = `${world.url('crm')}/v1/traveller-names?ids=${body.id}`;
    const reviewer = await agency.staff('project-manager');
    expect(await reviewer.get(names)).toMatchObject({
      status: 200,
      body: { travellers: [{ name: li.name }] },
    });
    const documents = `${travellers(customerId)}/${body.id}/documents`;
    expect(await reviewer.get(documents)).toMatchObject({ status: 403 });
    const elsewhere = await agency.staff('project-manager', await agency.openBranch('franchise'));
    expect((await elsewhere.get(names)).body).toEqual({ travellers: [] });
  });
});

describe('adding a traveller to a customer', () => {
  it('stores and lists the traveller, and tells ids only', async () => {
    const { agency, sales, customerId } = await newCustomer();
    const { status, body, headers } = await sales.post<View>(travellers(customerId), li);
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({ ...li, customerId });
    expect((await sales.get(travellers(customerId))).body).toMatchObject({
      travellers: [{ id: body.id, ...li }],
      next: null,
    });
    await eventually(async () => {
      expect(await eventsOf(agency.id, 'traveller')).toMatchObject([
        { type: 'crm.traveller.added.v1', data: { travellerId: body.id, customerId } },
      ]);
    });
  });

  it('takes one person once for a customer, however the name is written', async () => {
    const { sales, customerId } = await newCustomer();
    const mary = { ...li, name: 'Mary Wang' };
    expect((await sales.post(travellers(customerId), mary)).status).toBe(201);
    const again = await sales.post(travellers(customerId), { ...mary, name: 'MARY WANG' });
    expect(again).toMatchObject({ status: 409, body: { code: 'crm/traveller-known' } });
    const twin = await sales.post(travellers(customerId), { ...mary, birthDate: '2015-06-02' });
    expect(twin.status).toBe(201);
    expect((await sales.post(travellers(await customerOf(sales)), mary)).status).toBe(201);
  });

  it('gives the first answer again for the same key', async () => {
    const { sales, customerId } = await newCustomer();
    const once = { 'idempotency-key': 'traveller-1' };
    const first = await sales.post(travellers(customerId), li, once);
    expect(await sales.post(travellers(customerId), li, once)).toMatchObject({
      status: 201,
      body: first.body,
    });
  });

  it('writes an audit record that shows no personal value', async () => {
    const { agency, sales, customerId } = await newCustomer();
    await sales.post(travellers(customerId), li);
    const { rows } = await world.admin.query<{ record: string }>(
      `select record::text from crm.audit_records record where agency_id = $1 and action = 'crm.traveller.enter'`,
      [agency.id],
    );
    expect(rows).toHaveLength(1);
    for (const value of ['李小红', 'XIAOHONG', '2015']) expect(rows[0]?.record).not.toContain(`"${value}`);
  });

  it.each([
    [
      'a passport number',
      { passportNumber: 'E12345678' },
      400,
      '/body/passportNumber',
      'additionalProperties',
    ],
    ['an unknown relation', { relation: 'cat' }, 400, '/body/relation', 'enum'],
    ['a country that does not exist', { nationality: 'XX' }, 422, '/body/nationality', 'country'],
    ['a Latin name in Chinese', { latinName: '李小红' }, 400, '/body/latinName', 'pattern'],
    ['a birth date to come', { birthDate: '2999-01-01' }, 422, '/body/birthDate', 'birth-date'],
  ])('refuses %s', async (_what, entry, status, field, rule) => {
    const { sales, customerId } = await newCustomer();
    const answer = await sales.post(travellers(customerId), { ...li, ...entry });
    expect(answer).toMatchObject({ status, body: { errors: [{ field, rule }] } });
    expect((await sales.get(travellers(customerId))).body).toMatchObject({ travellers: [] });
  });

  it('refuses an entry without a birth date', async () => {
    const { sales, customerId } = await newCustomer();
    const { birthDate: _left, ...without } = li;
    const answer = await sales.post(travellers(customerId), without);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/birthDate', rule: 'required' }] },
    });
  });
});

describe('changing a traveller', () => {
  it('changes what is given and tells the names of the changed fields', async () => {
    const { agency, sales, customerId } = await newCustomer();
    const { body: traveller } = await sales.post<View>(travellers(customerId), li);
    const answer = await change(sales, traveller, { latinName: null, relation: 'relative', name: li.name });
    expect(answer).toMatchObject({
      status: 200,
      body: { ...li, latinName: null, relation: 'relative', version: 2 },
    });
    await eventually(async () => {
      expect((await eventsOf(agency.id, 'traveller')).at(-1)).toMatchObject({
        type: 'crm.traveller.changed.v1',
        data: { travellerId: traveller.id, customerId, changedFields: ['latinName', 'relation'] },
      });
    });
  });

  it('needs the version that was read, and a customer whose traveller it is', async () => {
    const { sales, customerId } = await newCustomer();
    const { body: traveller } = await sales.post<View>(travellers(customerId), li);
    expect(await change(sales, traveller, { relation: 'self' }, 2)).toMatchObject({
      status: 412,
      body: { code: 'request/stale-version' },
    });
    const elsewhere = { ...traveller, customerId: await customerOf(sales) };
    expect(await change(sales, elsewhere, { relation: 'self' })).toMatchObject({ status: 404 });
  });

  it('makes no second one of a person who is there', async () => {
    const { sales, customerId } = await newCustomer();
    await sales.post(travellers(customerId), li);
    const { body: brother } = await sales.post<View>(travellers(customerId), { ...li, name: '李小明' });
    const answer = await change(sales, brother, { name: li.name });
    expect(answer).toMatchObject({ status: 409, body: { code: 'crm/traveller-known' } });
  });
});

describe('travellers', () => {
  it('are not there for another agency or another branch', async () => {
    const { agency, sales, customerId } = await newCustomer();
    const { body: traveller } = await sales.post<View>(travellers(customerId), li);
    const strangers = [
      await (await world.foundAgency()).staff('sales'),
      await agency.staff('branch-manager', await agency.openBranch('franchise')),
    ];
    for (const stranger of strangers) {
      const answers = [
        await stranger.get(travellers(customerId)),
        await stranger.post(travellers(customerId), { ...li, name: '王芳' }),
        await change(stranger, traveller, { relation: 'self' }),
      ];
      for (const answer of answers)
        expect(answer).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
    }
  });

  it('are read by guides, who change nothing, and not by analysts', async () => {
    const { agency, sales, customerId } = await newCustomer();
    const { body: traveller } = await sales.post<View>(travellers(customerId), li);
    const guide = await agency.staff('guide', await agency.openBranch());
    expect((await guide.get(travellers(customerId))).body).toMatchObject({
      travellers: [{ id: traveller.id }],
    });
    const analyst = await agency.staff('data-analyst');
    const refused = [
      await guide.post(travellers(customerId), li),
      await change(guide, traveller, { relation: 'self' }),
      await analyst.get(travellers(customerId)),
    ];
    for (const answer of refused)
      expect(answer).toMatchObject({ status: 403, body: { code: 'access/forbidden' } });
  });

  it('are listed page by page', async () => {
    const { sales, customerId } = await newCustomer();
    for (const name of ['甲', '乙', '丙']) await sales.post(travellers(customerId), { ...li, name });
    const first = await sales.get<{ travellers: { name: string }[]; next: string }>(
      `${travellers(customerId)}?limit=2`,
    );
    expect(first.body.travellers.map(({ name }) => name)).toEqual(['丙', '乙']);
    const second = await sales.get(`${travellers(customerId)}?limit=2&after=${first.body.next}`);
    expect(second.body).toMatchObject({ travellers: [{ name: '甲' }], next: null });
  });
});
