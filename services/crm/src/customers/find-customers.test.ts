import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const customers = () => `${world.url('crm')}/v1/customers`;

interface Page {
  customers: { id: string; displayName: string }[];
  next: string | null;
}

async function enter(staff: Staff, ...entries: object[]): Promise<void> {
  for (const entry of entries)
    expect((await staff.post(customers(), { kind: 'person', ...entry })).status).toBe(201);
}

const search = async (staff: Staff, query: Record<string, string>) =>
  staff.get<Page>(`${customers()}?${new URLSearchParams(query).toString()}`);
const namesFound = async (staff: Staff, query: Record<string, string>) =>
  (await search(staff, query)).body.customers.map(({ displayName }) => displayName);

describe('finding customers', () => {
  it('finds by any part of a Chinese or English name, one character included', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    await enter(
      sales,
      { name: { zh: '张晓明', en: 'Zhang Xiaoming' } },
      { name: { zh: '李晓' } },
      { name: { en: 'Mary O’Neil' }, locale: 'en' },
    );
    expect(await namesFound(sales, { q: '晓' })).toEqual(['李晓', '张晓明']);
    expect(await namesFound(sales, { q: '晓明' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { q: 'XIAO' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { q: "o'neil" })).toEqual([]);
    expect(await namesFound(sales, { q: 'o’neil' })).toEqual(['Mary O’Neil']);
    expect(await namesFound(sales, { q: '%' })).toEqual([]);
  });

  it('finds by the whole phone number however it is written, and by the whole e-mail address', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    await enter(
      sales,
      { name: { zh: '张晓明' }, phone: '+8613812345678', email: 'Zhang@Example.com' },
      { name: { zh: '李晓' } },
    );
    expect(await namesFound(sales, { phone: '138 1234 5678' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { phone: '13812345679' })).toEqual([]);
    expect(await namesFound(sales, { email: 'zhang@example.com' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { email: 'zhang@example.com', q: '李' })).toEqual([]);
  });

  it('goes through all of them page by page, newest first', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    await enter(sales, ...['甲', '乙', '丙'].map((zh) => ({ name: { zh } })));
    const first = (await search(sales, { limit: '2' })).body;
    expect(first.customers.map(({ displayName }) => displayName)).toEqual(['丙', '乙']);
    const second = (await search(sales, { limit: '2', after: first.next ?? '' })).body;
    expect(second.customers.map(({ displayName }) => displayName)).toEqual(['甲']);
    expect(second.next).toBeNull();
  });

  it('shows a branch its own and those below, headquarters all of them, another agency none', async () => {
    const agency = await world.foundAgency();
    const franchise = await agency.staff('sales', await agency.openBranch('franchise'));
    const headquarters = await agency.staff('sales');
    await enter(franchise, { name: { zh: '张晓明' } });
    await enter(headquarters, { name: { zh: '李晓' } });
    expect(await namesFound(franchise, { q: '晓' })).toEqual(['张晓明']);
    expect(await namesFound(headquarters, { q: '晓' })).toEqual(['李晓', '张晓明']);
    expect(await namesFound(await (await world.foundAgency()).staff('sales'), {})).toEqual([]);
  });

  it.each([
    [{ limit: '0' }, 400, '/query/limit', 'minimum'],
    [{ limit: '101' }, 400, '/query/limit', 'maximum'],
    [{ after: 'x' }, 400, '/query/after', 'format'],
    [{ name: '张' }, 400, '/query/name', 'additionalProperties'],
    [{ q: `张${String.fromCharCode(0)}` }, 400, '/query/q', 'pattern'],
    [{ phone: '1' }, 422, '/query/phone', 'phone'],
    [{ email: 'zhang' }, 400, '/query/email', 'format'],
  ])('refuses the search %j', async (query, status, field, rule) => {
    const sales = await (await world.foundAgency()).staff('sales');
    const answer = await search(sales, query);
    expect(answer).toMatchObject({ status, body: { errors: [{ field, rule }] } });
  });

  it('needs the permission', async () => {
    const analyst = await (await world.foundAgency()).staff('data-analyst');
    expect(await search(analyst, {})).toMatchObject({ status: 403, body: { code: 'access/forbidden' } });
  });

  it('reads an index for every kind of search, row security notwithstanding', async () => {
    const { pool, close } = await poolOfService();
    const client = await pool.connect();
    try {
      await client.query('begin; set local enable_seqscan = off');
      await client.query(
        `set local yitu.agency_id = '01990000-0000-7000-8000-000000000000'; set local yitu.reach = 'agency'`,
      );
      const plan = async (where: string) => {
        const { rows } = await client.query<Record<string, string>>(
          `explain select id from crm.customers where ${where}`,
        );
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      };
      expect(await plan(`phone = '+8613812345678'`)).toMatch(/Index Cond:.*phone = /);
      expect(await plan(`email_key = lower('A@b.c')`)).toMatch(/Index Cond:.*email_key = /);
      expect(
        await plan(`id in (select customer_id from crm.customer_name_parts where part ^@ '晓')`),
      ).toMatch(/Index Cond:.*part >= /);
    } finally {
      client.release();
      await close();
    }
  });
});

/** A connection as the service itself has it. */
async function poolOfService() {
  const { openDatabase } = await import('@yitu/persistence');
  return openDatabase({ service: 'crm', url: world.environment('crm')['DATABASE_URL'] ?? '', entities: [] });
}
