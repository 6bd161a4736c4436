import { createClient, eventually, startWorld, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const customers = () => `${world.url('crm')}/v1/customers`;
const zhang = {
  kind: 'person',
  name: { zh: '张晓明', en: 'Zhang Xiaoming' },
  gender: 'male',
  birthDate: '1985-03-12',
  occupation: '教师',
  phone: '138 1234 5678',
  email: 'Xiaoming@example.com',
  address: '昆明市盘龙区北京路 1 号',
  source: 'referral',
  category: 'regular',
  locale: 'zh',
  preferences: {
    destinations: ['大理', '东京'],
    themes: ['海岛'],
    budget: { amount: '1500000', currency: 'CNY' },
    transport: '高铁',
    lodging: '四星以上',
    meals: '清淡',
  },
  specialNeeds: { diet: '清真', accessibility: '轮椅', rooming: '低楼层' },
  tags: ['老客户', 'a,"b"{c}\\d'],
};

async function salesOf(agency: TestAgency, branchId?: string) {
  return agency.staff('sales', branchId);
}

describe('entering a customer', () => {
  it('stores everything, for the branch and in the care of the one who enters', async () => {
    const sales = await salesOf(await world.foundAgency());
    const { status, body, headers } = await sales.post(customers(), zhang);
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      ...zhang,
      phone: '+8613812345678',
      displayName: '张晓明',
      branchId: sales.branchId,
      ownerId: sales.userId,
      possibleDuplicates: [],
    });
    const { possibleDuplicates: _told, createdAt: _toTheNanosecond, ...stored } = body;
    expect((await sales.get(`${customers()}/${String(body['id'])}`)).body).toMatchObject(stored);
  });

  it('needs no more than a kind and one form of the name', async () => {
    const sales = await salesOf(await world.foundAgency());
    const { status, body } = await sales.post(customers(), { kind: 'company', name: { en: 'Acme Ltd' } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      displayName: 'Acme Ltd',
      category: 'prospect',
      source: 'other',
      locale: 'zh',
      phone: null,
    });
  });

  it('tells everybody, with ids and kinds but nothing personal', async () => {
    const agency = await world.foundAgency();
    const sales = await salesOf(agency);
    const { body } = await sales.post(customers(), zhang);
    const [event] = await publishedIn(agency);
    expect(event).toMatchObject({
      type: 'crm.customer.registered.v1',
      subject: body['id'],
      aggregateversion: 1,
    });
    expect(event?.data).toEqual({
      customerId: body['id'],
      branchId: agency.headquartersId,
      category: 'regular',
      kind: 'person',
      source: 'referral',
      ownerId: sales.userId,
    });
  });

  it('writes an audit record that shows no personal value', async () => {
    const agency = await world.foundAgency();
    await (await salesOf(agency)).post(customers(), zhang);
    const { rows } = await world.admin.query<{ record: string }>(
      `select record::text from crm.audit_records record where agency_id = $1 and action = 'crm.customer.enter'`,
      [agency.id],
    );
    expect(rows).toHaveLength(1);
    for (const value of ['张晓明', 'Xiaoming', '13812345678', '1985', '教师', '盘龙', '清真', '大理'])
      expect(rows[0]?.record).not.toContain(value);
    expect(rows[0]?.record).toContain('***');
  });

  it('gives the first answer again for the same key, and refuses the key for something else', async () => {
    const agency = await world.foundAgency();
    const sales = await salesOf(agency);
    const once = { 'idempotency-key': 'entry-1' };
    const first = await sales.post(customers(), zhang, once);
    const again = await sales.post(customers(), zhang, once);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const other = await sales.post(customers(), { ...zhang, category: 'key' }, once);
    expect(other).toMatchObject({ status: 422, body: { code: 'request/idempotency-key-reused' } });
    expect((await sales.get<{ customers: unknown[] }>(customers())).body.customers).toHaveLength(1);
  });
});

describe('a customer who may be known', () => {
  it('is refused with a known phone or e-mail, naming the ids, until it is confirmed', async () => {
    const sales = await salesOf(await world.foundAgency());
    const { body: known } = await sales.post(customers(), zhang);
    const same = {
      kind: 'person',
      name: { zh: '王芳' },
      phone: '+86 138-1234-5678',
      email: 'xiaoming@EXAMPLE.com',
    };
    const refused = await sales.post(customers(), same);
    expect(refused).toMatchObject({ status: 409, body: { code: 'crm/possible-duplicate' } });
    expect(refused.body['title']).toContain(known['id']);
    expect((refused.body['errors'] as { field: string }[]).map(({ field }) => field).toSorted()).toEqual([
      '/body/email',
      '/body/phone',
    ]);
    expect((await sales.get<{ customers: unknown[] }>(customers())).body.customers).toHaveLength(1);

    const entered = await sales.post(customers(), { ...same, confirmDuplicate: true });
    expect(entered.status).toBe(201);
    expect(entered.body['possibleDuplicates']).toEqual(
      expect.arrayContaining([
        { id: known['id'], reason: 'phone' },
        { id: known['id'], reason: 'email' },
      ]),
    );
  });

  it('is entered and told of when name and birth date are known', async () => {
    const sales = await salesOf(await world.foundAgency());
    const { body: known } = await sales.post(customers(), zhang);
    const { status, body } = await sales.post(customers(), {
      kind: 'person',
      name: { en: 'ZHANG xiaoming' },
      birthDate: '1985-03-12',
    });
    expect(status).toBe(201);
    expect(body['possibleDuplicates']).toEqual([{ id: known['id'], reason: 'name-and-birth-date' }]);
  });

  it('is not betrayed to another branch or another agency', async () => {
    const agency = await world.foundAgency();
    await (await salesOf(agency)).post(customers(), zhang);
    const franchise = await salesOf(agency, await agency.openBranch('franchise'));
    expect(await franchise.post(customers(), zhang)).toMatchObject({
      status: 201,
      body: { possibleDuplicates: [] },
    });
    const elsewhere = await salesOf(await world.foundAgency());
    expect(await elsewhere.post(customers(), zhang)).toMatchObject({
      status: 201,
      body: { possibleDuplicates: [] },
    });
  });
});

describe('the branch of a new customer', () => {
  it('may be one below the own one', async () => {
    const agency = await world.foundAgency();
    const branchId = await agency.openBranch();
    const { status, body } = await (await salesOf(agency)).post(customers(), { ...zhang, branchId });
    expect(status).toBe(201);
    expect(body['branchId']).toBe(branchId);
  });

  it('may not be out of reach', async () => {
    const agency = await world.foundAgency();
    const franchise = await salesOf(agency, await agency.openBranch('franchise'));
    const answer = await franchise.post(customers(), { ...zhang, branchId: agency.headquartersId });
    expect(answer).toMatchObject({ status: 403, body: { code: 'request/out-of-reach' } });
  });

  it('must be one of the agency, also for those who reach the whole agency', async () => {
    const agency = await world.foundAgency();
    const branchId = await agency.openBranch('franchise');
    const sales = await salesOf(agency, branchId);
    await world.admin.query(
      `update identity.users set grants = '[{"permission":"crm.customer.*","reach":"agency"}]' where agency_id = $1 and id = $2`,
      [agency.id, sales.userId],
    );
    const { headquartersId: foreign } = await world.foundAgency();
    await eventually(async () => {
      const answer = await sales.post(customers(), { ...zhang, branchId: foreign });
      expect(answer).toMatchObject({ status: 422, body: { code: 'directory/no-such-branch' } });
    });
    await eventually(async () => {
      const answer = await sales.post(customers(), { ...zhang, branchId: agency.headquartersId });
      expect(answer.status).toBe(201);
    });
  });
});

describe('an entry that is not valid', () => {
  it.each([
    [
      'a document number',
      { documentNumber: '530102198503120012' },
      400,
      '/body/documentNumber',
      'additionalProperties',
    ],
    [
      'an unknown preference',
      { preferences: { seat: 'aisle' } },
      400,
      '/body/preferences/seat',
      'additionalProperties',
    ],
    ['an unknown kind', { kind: 'robot' }, 400, '/body/kind', 'enum'],
    ['a name without form', { name: '张晓明' }, 400, '/body/name', 'type'],
    ['a blank name', { name: { zh: '　 ' } }, 400, '/body/name/zh', 'pattern'],
    ['a control character', { name: { zh: `张${String.fromCharCode(0)}` } }, 400, '/body/name/zh', 'pattern'],
    ['half a character', { name: { zh: '张\ud842' } }, 400, '/body/name/zh', 'whole-characters'],
    ['a name that is too long', { name: { zh: '张'.repeat(101) } }, 400, '/body/name/zh', 'maxLength'],
    ['no name at all', { name: {} }, 422, '/body/name', 'required'],
    ['an unknown gender', { gender: 'M' }, 400, '/body/gender', 'enum'],
    ['no e-mail address', { email: 'nobody' }, 400, '/body/email', 'format'],
    ['no phone number', { phone: '12345' }, 422, '/body/phone', 'phone'],
    ['a day that never was', { birthDate: '1985-02-30' }, 400, '/body/birthDate', 'format'],
    ['the year 0', { birthDate: '0000-01-01' }, 400, '/body/birthDate', 'format'],
    ['somebody not born yet', { birthDate: '2999-01-01' }, 422, '/body/birthDate', 'birth-date'],
    ['a company with a gender', { kind: 'company' }, 422, '/body/gender', 'persons-only'],
    [
      'a negative budget',
      { preferences: { budget: { amount: '-1', currency: 'CNY' } } },
      400,
      '/body/preferences/budget/amount',
      'pattern',
    ],
    ['a tag twice', { tags: ['VIP', 'VIP'] }, 400, '/body/tags', 'uniqueItems'],
    ['a branch that is no id', { branchId: 'HQ' }, 400, '/body/branchId', 'format'],
  ])('with %s is refused, naming field and rule', async (_what, change, status, field, rule) => {
    const sales = await staffOfOneAgency();
    const answer = await sales.post<{ errors: { field: string; rule: string }[] }>(customers(), {
      ...zhang,
      ...change,
    });
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0]).toMatchObject({ field, rule });
    expect((await sales.get<{ customers: unknown[] }>(customers())).body.customers).toEqual([]);
  });

  it('is answered in the language of the caller', async () => {
    const sales = await staffOfOneAgency();
    const answer = await sales.post(customers(), { ...zhang, phone: '1' }, { 'accept-language': 'zh-CN' });
    expect(answer.body['title']).toBe('资料有误，请检查所列字段。');
  });

  let known: ReturnType<typeof salesOf> | undefined;
  /** These entries change nothing, so one agency is enough for all of them. */
  const staffOfOneAgency = () => (known ??= world.foundAgency().then((agency) => salesOf(agency)));
});

describe('entering customers', () => {
  it('needs somebody signed in who may', async () => {
    const agency = await world.foundAgency();
    expect(await createClient().post(customers(), zhang)).toMatchObject({
      status: 401,
      body: { code: 'access/unauthenticated' },
    });
    const analyst = await agency.staff('data-analyst');
    expect(await analyst.post(customers(), zhang)).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
  });
});

interface Envelope {
  type: string;
  subject: string;
  aggregateversion: number;
  data: Record<string, unknown>;
}

/** The agency's events that the bus has stored, in the order they happened. */
const publishedIn = (agency: TestAgency): Promise<Envelope[]> =>
  eventually(async () => {
    const { rows } = await world.admin.query<{ envelope: string; published: boolean }>(
      'select envelope, published_at is not null as published from crm.outbox where agency_id = $1 order by id',
      [agency.id],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ published }) => published)).toBe(true);
    return rows.map(({ envelope }) => JSON.parse(envelope) as Envelope);
  });
