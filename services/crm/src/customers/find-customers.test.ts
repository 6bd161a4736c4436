import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedBy } from './name-parts.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const customers = () => `${world.url('crm')}/v1/customers`;

interface Page {
  customers: { id: string; displayName: string }[];
  next: string | null;
  total?: { count: number; more: boolean };
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
    expect(await namesFound(sales, { q: 'XIAO' })).toEqual(['李晓', '张晓明']);
    expect(await namesFound(sales, { q: 'XIAOM' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { q: "o'neil" })).toEqual([]);
    expect(await namesFound(sales, { q: 'o’neil' })).toEqual(['Mary O’Neil']);
    expect(await namesFound(sales, { q: '%' })).toEqual([]);
  });

  it('finds by how a Chinese name is read, by its initials, and by several words in any order', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    await enter(
      sales,
      { name: { zh: '张晓明' } },
      { name: { zh: '单田芳' } },
      { name: { en: 'Xiaoming O’Neil' }, locale: 'en' },
    );
    expect(await namesFound(sales, { q: 'zhang' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { q: 'ZhangXiao' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { q: 'zhang xiao ming' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { q: 'xiaoming zhang' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { q: 'zxm' })).toEqual(['张晓明']);
    expect(await namesFound(sales, { q: 'shan' })).toEqual(['单田芳']);
    expect(await namesFound(sales, { q: 'dan' })).toEqual([]);
    expect(await namesFound(sales, { q: 'o’neil xiaoming' })).toEqual(['Xiaoming O’Neil']);
    expect(await namesFound(sales, { q: 'xiaoming' })).toEqual(['Xiaoming O’Neil', '张晓明']);
  });

  it('finds a changed name by how it is read now, and orders by it', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    await enter(sales, { name: { zh: '张三' } }, { name: { zh: '李四' } });
    const [, zhang] = (await search(sales, {})).body.customers;
    const changed = await sales.ask(`${customers()}/${zhang?.id}`, {
      method: 'PATCH',
      body: { name: { zh: '艾青' } },
      headers: { 'if-match': '"1"' },
    });
    expect(changed.status).toBe(200);
    expect(await namesFound(sales, { q: 'zhang' })).toEqual([]);
    expect(await namesFound(sales, { q: 'aiqing' })).toEqual(['艾青']);
    expect(await namesFound(sales, { sort: 'name' })).toEqual(['艾青', '李四']);
  });

  it('goes through them by name too, and counts them when it is asked to', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    await enter(sales, ...['张三', '李四', '李四', '王五', '艾青'].map((zh) => ({ name: { zh } })));
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body } = await search(sales, {
        sort: 'name',
        limit: '2',
        total: 'true',
        ...(after && { after }),
      });
      expect(body.total).toEqual({ count: 5, more: false });
      seen.push(...body.customers.map(({ displayName }) => displayName));
      after = body.next;
    }
    expect(seen).toEqual(['艾青', '李四', '李四', '王五', '张三']);
    expect((await search(sales, { q: 'li', total: 'true' })).body.total).toEqual({ count: 2, more: false });
    expect((await search(sales, {})).body).not.toHaveProperty('total');
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
    [{ sort: 'phone' }, 400, '/query/sort', 'enum'],
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

  it('reads no more of 100,000 customers than a page, whatever it is ordered by and how far the reader sees', async () => {
    const agency = await world.foundAgency();
    const [branchId, sales] = [await agency.openBranch('franchise'), await agency.staff('sales')];
    await world.admin.query(
      `insert into crm.customers (agency_id, id, branch_id, owner_id, kind, name, name_key, source, category, locale, preferences, special_needs, tags, version, created_at)
       select $1, uuidv7(), case when n % 20 = 0 then $2::uuid else $3::uuid end, $4, 'person', jsonb_build_object('en', 'N' || n), 'n' || n % 9973,
         'import', 'regular', 'zh', '{}', '{}', '{}', 1, now() from generate_series(1, 100000) as n`,
      [agency.id, branchId, agency.headquartersId, sales.userId],
    );
    await world.admin.query('analyze crm.customers');
    const { body } = await search(sales, { sort: 'name', total: 'true', limit: '100' });
    expect(body.total).toEqual({ count: 10_000, more: true });
    const { pool, close } = await poolOfService();
    const client = await pool.connect();
    const rowsRead = async (reach: string, branches: string, rest: string) => {
      await client.query('begin');
      await client.query(
        `select set_config('yitu.agency_id', $1, true), set_config('yitu.reach', $2, true), set_config('yitu.branch_ids', $3, true)`,
        [agency.id, reach, branches],
      );
      const { rows } = await client.query<Record<string, string>>(
        `explain (analyze, costs off, timing off) select id from crm.customers where agency_id = '${agency.id}' and ${rest} limit 51`,
      );
      await client.query('rollback');
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).not.toMatch(/Seq Scan|Sort/);
      const removed = Number(/Rows Removed by Filter: (\d+)/.exec(plan)?.[1] ?? 0);
      return removed;
    };
    const { next } = body;
    const key = `(select last.name_key from crm.customers as last where last.agency_id = '${agency.id}' and last.id = '${next}')`;
    try {
      for (const rest of [
        'true order by name_key, id',
        `(name_key, id) > (${key}, '${next}'::uuid) order by name_key, id`,
        `id < '${next}' order by id desc`,
      ]) {
        expect(await rowsRead('agency', '', rest)).toBe(0);
        expect(await rowsRead('branch', branchId, rest)).toBeLessThan(5_000);
      }
    } finally {
      client.release();
      await close();
    }
  });

  it('goes through those of a name by name as well, whatever they were called before', async () => {
    const sales = await (await world.foundAgency()).staff('sales');
    await enter(sales, ...['王五', '张王', '李四', '艾旺'].map((zh) => ({ name: { zh } })));
    const [ai] = (await search(sales, { q: '艾旺' })).body.customers;
    const changed = await sales.ask(`${customers()}/${ai?.id}`, {
      method: 'PATCH',
      body: { name: { zh: '周旺' } },
      headers: { 'if-match': '"1"' },
    });
    expect(changed.status).toBe(200);
    const first = (await search(sales, { q: 'w', sort: 'name', limit: '2', total: 'true' })).body;
    expect(first.customers.map(({ displayName }) => displayName)).toEqual(['王五', '张王']);
    expect(first.total).toEqual({ count: 3, more: false });
    const rest = { q: 'w', sort: 'name', limit: '2', after: first.next ?? '' };
    expect(await namesFound(sales, rest)).toEqual(['周旺']);
    expect(await namesFound(sales, { q: 'w zhou' })).toEqual(['周旺']);
    expect(await namesFound(sales, { q: 'w' })).toEqual(['周旺', '张王', '王五']);
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
      const { sql } = namedBy('', '晓');
      const named = await client.query<Record<string, string>>(
        `explain select id from ${sql.replace('?', `'01990000-0000-7000-8000-000000000000'`).replace('?', `'晓'`)} order by name_key, id limit 51`,
      );
      expect(named.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(
        /Index Only Scan using customer_name_parts_pkey/,
      );
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
