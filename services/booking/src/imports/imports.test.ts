import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../fixtures/catalogue.ts';
import { workbook, zip } from '@yitu/testkit/workbook-bytes';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
});
afterAll(() => world.close());

interface ImportAnswer {
  id: string;
  state: string;
  waiting: number;
  created: number;
  present: number;
  refused: number;
  code?: string;
}

const url = (path: string) => `${world.url('booking')}/v1${path}`;

async function send(who: Staff, what: string, table: string | Buffer, headers: Record<string, string> = {}) {
  const response = await fetch(url(`/imports?${what}`), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${who.token}`,
      'content-type': 'text/csv',
      'accept-language': 'en',
      ...headers,
    },
    body: typeof table === 'string' ? table : new Uint8Array(table),
  });
  const body = (await response.json()) as ImportAnswer; // the test says what it expects
  return { status: response.status, body };
}

/** Sends a file and waits until all its rows are worked through. */
async function done(who: Staff, what: string, table: string | Buffer): Promise<ImportAnswer> {
  const { status, body } = await send(who, what, table);
  if (status !== 202) throw new Error(JSON.stringify(body));
  return finished(who, body.id);
}

const finished = (who: Staff, id: string) =>
  eventually(async () => {
    const { body } = await who.get<ImportAnswer>(url(`/imports/${id}`));
    expect(body.state).toBe('finished');
    return body;
  });

async function textOf(who: Staff, path: string): Promise<string> {
  const response = await fetch(url(path), { headers: { authorization: `Bearer ${who.token}` } });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  return response.text();
}

const names =
  'Product code,Kind,Name (zh),Name (en),Summary (zh),Summary (en),Country,City,Days,Themes,Nights';
const product = (
  code: string,
  changes: { country?: string; days?: string; nights?: string; name?: string } = {},
) => {
  const { country = 'CN', days = '5', nights = '4', name = '漓江' } = changes;
  return `${code},跟团游,${name},Li river,纯玩,No shopping,${country},桂林,${days},自然；亲子,${nights}`;
};
const table = (...rows: string[]) => [names, ...rows].join('\r\n');

const trips = 'Group number,产品编号,出发日期,Returns on,Capacity,Currency,成人价,单房差';
const trip = (group: string, code: string, on = later(30).replaceAll('-', '/'), price = '1299.50') =>
  `${group},${code},${on},${later(34)},20,CNY,${price},300`;

const count = async (table: 'products' | 'departures', { id }: { id: string }) =>
  (await world.admin.query(`select from booking.${table} where agency_id = $1`, [id])).rowCount;

async function openShop() {
  const agency = await world.foundAgency();
  const [manager, consultant, sales, operator] = await Promise.all([
    agency.staff('project-manager'),
    agency.staff('travel-consultant'),
    agency.staff('sales'),
    agency.staff('operator'),
  ]);
  return { agency, manager, consultant, sales, operator };
}

describe('an import of products', () => {
  it('says what would come of it and stores nothing as a dry run, then stores it, then finds it there', async () => {
    const { agency, manager, sales } = await openShop();
    const file = table(product('GL-1'), product('GL-2'), product('GL-3', { country: 'UK' }));
    expect(await done(manager, 'kind=products&dryRun=true', file)).toMatchObject({
      created: 2,
      refused: 1,
      present: 0,
      waiting: 0,
    });
    expect(await count('products', agency)).toBe(0);
    expect(await done(manager, 'kind=products&dryRun=false', file)).toMatchObject({ created: 2, refused: 1 });
    expect(await done(manager, 'kind=products&dryRun=false', file)).toMatchObject({
      created: 0,
      present: 2,
      refused: 1,
    });
    expect(await count('products', agency)).toBe(2);
    const { body } = await sales.get<{ products: { id: string }[] }>(url('/products?text=漓江'));
    expect(body.products).toHaveLength(2);
    expect(await sales.get(url(`/products/${body.products[0]?.id}`))).toMatchObject({
      body: {
        kind: 'package-tour',
        days: 5,
        themes: ['自然', '亲子'],
        details: { nights: 4 },
        code: expect.stringMatching(/^GL-/),
      },
    });
    await eventually(async () => {
      const { rowCount } = await world.admin.query(
        "select from booking.outbox where agency_id = $1 and subject like '%.import.finished.v1' and published_at is not null",
        [agency.id],
      );
      expect(rowCount).toBe(3);
    });
  });

  it('names row, column and rule of all that is wrong, in both languages, and nothing in it is a formula', async () => {
    const { manager } = await openShop();
    const file = table(
      product('A', { country: 'UK' }),
      product('B', { days: 'five' }),
      product('B'),
      `C,酒店,大酒店,Hotel,简介,Summary,CN,桂林,1,,`,
      `${product('D')},more`,
      product('=1+1'),
    );
    const { id, created, refused } = await done(manager, 'kind=products&dryRun=true', file);
    expect({ created, refused }).toEqual({ created: 0, refused: 6 });
    const lines = (await textOf(manager, `/imports/${id}/errors`)).trimEnd().split('\r\n');
    expect(lines).toEqual([
      '行号 / Row,列,Column,规则 / Rule,说明,Message',
      '2,目的地国家,Country,format,应为现行的 ISO 3166-1 两字母国家（地区）代码，例如 CN,"must be a country code of ISO 3166-1 that exists, such as CN"',
      '3,天数,Days,integer,应为整数,must be a whole number',
      '4,产品编号,Product code,once,与前面的行重复,stands in a row before already',
      '5,住宿等级,Lodging class,required-of-kind,酒店产品必填,is required of the kind hotel',
      '5,房型,Room types,required-of-kind,酒店产品必填,is required of the kind hotel',
      '6,,,too-many-cells,该行单元格多于表头,The row has more cells than there are columns',
      '7,产品编号,Product code,pattern,"格式应符合 ^[A-Za-z0-9._/-]{1,40}$","must match ^[A-Za-z0-9._/-]{1,40}$"',
    ]);
  });

  it('takes the template, and refuses tables with other columns by their names', async () => {
    const { manager } = await openShop();
    const [zh, en] = [
      await textOf(manager, '/import-templates/products'),
      await textOf(manager, '/import-templates/products?language=en'),
    ];
    expect(zh).toContain('产品编号*,产品类型*,名称（中文）*');
    expect(en).toContain('Product code*,Kind*,Name (zh)*');
    const row = 'T-1,day-trip,一日,Day,简介,Summary,CN,桂林,1';
    expect(await done(manager, 'kind=products&dryRun=true', `${zh}${row}`)).toMatchObject({
      created: 1,
      refused: 0,
    });
    expect(
      await send(manager, 'kind=products&dryRun=true', `${names.replace('City', '城')},Kind\n${row}`),
    ).toMatchObject({
      status: 422,
      body: {
        code: 'booking/columns-do-not-fit',
        errors: [
          { field: '/file/城', rule: 'unknown-column' },
          { field: '/file/目的地城市', rule: 'required' },
          { field: '/file/产品类型', rule: 'once' },
        ],
      },
    });
  });

  it('is for those who may add products; of those who may not publish, products become drafts', async () => {
    const { agency, consultant, sales, operator } = await openShop();
    expect(await send(sales, 'kind=products&dryRun=true', table(product('A')))).toMatchObject({
      status: 403,
    });
    expect(await send(operator, 'kind=products&dryRun=true', table(product('A')))).toMatchObject({
      status: 403,
    });
    expect(await done(consultant, 'kind=products&dryRun=false', table(product('A')))).toMatchObject({
      created: 1,
    });
    const { rows } = await world.admin.query('select state from booking.products where agency_id = $1', [
      agency.id,
    ]);
    expect(rows).toEqual([{ state: 'draft' }]);
  });

  it('of another agency is nowhere', async () => {
    const { manager } = await openShop();
    const { manager: stranger } = await openShop();
    const { id } = await done(manager, 'kind=products&dryRun=true', table(product('A')));
    for (const path of [`/imports/${id}`, `/imports/${id}/errors`])
      expect(await stranger.get(url(path))).toMatchObject({ status: 404 });
    expect(await stranger.get(url('/imports'))).toMatchObject({ body: { imports: [], next: null } });
    expect(await manager.get(url('/imports'))).toMatchObject({ body: { imports: [{ id }] } });
  });

  it('makes each row once, however often its messages come and its request is repeated, and goes on when booking was away', async () => {
    const { agency, manager } = await openShop();
    const rows = Array.from({ length: 120 }, (_, at) => product(`P-${at}`));
    const key = { 'idempotency-key': crypto.randomUUID() };
    const { body } = await send(manager, 'kind=products&dryRun=false', table(...rows), key);
    expect((await send(manager, 'kind=products&dryRun=false', table(...rows), key)).body.id).toBe(body.id);
    await world.stop('booking');
    await world.start('booking');
    // The same message again and again, as after a crash between its effect and its acknowledgement, and from a second file with the same rows.
    for (let time = 0; time < 8; time++) await repeatMessage(agency.id);
    const second = await send(manager, 'kind=products&dryRun=false', table(...rows));
    await finished(manager, body.id);
    const { created, present } = await finished(manager, second.body.id);
    expect(created + present).toBe(120);
    expect(await count('products', agency)).toBe(120);
    const told = await world.admin.query(
      "select distinct aggregate_id from booking.outbox where agency_id = $1 and subject like '%.product.created.v1'",
      [agency.id],
    );
    const all = await world.admin.query(
      "select from booking.outbox where agency_id = $1 and subject like '%.product.created.v1'",
      [agency.id],
    );
    expect([told.rowCount, all.rowCount]).toEqual([120, 120]);
  });
});

const repeatMessage = (agencyId: string) =>
  world.admin.query(
    `insert into booking.outbox (agency_id, id, occurred_at, subject, aggregate_id, aggregate_version, envelope, not_before)
     select agency_id, new_id, occurred_at, subject, aggregate_id, 0, replace(envelope, id::text, new_id::text), now()
     from (select *, uuidv7() as new_id from booking.outbox where agency_id = $1 and subject like '%.import.rows-due.v1' order by id limit 1) as first`,
    [agencyId],
  );

describe('an import of departures', () => {
  it('schedules them by the code of their product, with prices exact to the cent, checked by the rules of the route', async () => {
    const { agency, manager, operator } = await openShop();
    await done(manager, 'kind=products&dryRun=false', table(product('GL-1')));
    const file = [
      trips,
      trip('T-1', 'GL-1'),
      trip('T-2', 'NONE'),
      trip('T-3', 'GL-1', '2020/1/1'),
      trip('T-4', 'GL-1', undefined, '12.345'),
      trip('T-5', 'GL-1', undefined, ''),
      trip('T-6', 'GL-1', '2027/2/30'),
    ].join('\n');
    const { id } = await done(operator, 'kind=departures&dryRun=true', file);
    expect(await count('departures', agency)).toBe(0);
    const lines = (await textOf(operator, `/imports/${id}/errors`)).trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',').slice(0, 4).join(' '))).toEqual([
      '3 产品编号 Product code no-such-product',
      '4   booking/departs-in-the-past',
      '5 成人价 Adult price amount',
      '6   booking/adult-price-missing',
      '7 出发日期 Departs on format',
    ]);
    expect(await done(operator, 'kind=departures&dryRun=false', file)).toMatchObject({
      created: 1,
      refused: 5,
    });
    const { body } = await manager.get<{ departures: object[] }>(url('/departures'));
    expect(body.departures).toMatchObject([
      {
        groupNumber: 'T-1',
        departsOn: later(30),
        prices: expect.arrayContaining([
          expect.objectContaining({ travellerCategory: 'adult', amount: '129950' }),
          expect.objectContaining({ travellerCategory: 'single-supplement', amount: '30000' }),
        ]),
      },
    ]);
    expect(await done(operator, 'kind=departures&dryRun=false', file)).toMatchObject({
      created: 0,
      present: 1,
    });
  });

  it('is taken from a workbook as well', async () => {
    const { agency, manager } = await openShop();
    await done(manager, 'kind=products&dryRun=false', table(product('GL-1')));
    const file = zip(
      workbook([trips.split(','), ['X-1', 'GL-1', later(30), later(34), 20, 'CNY', 1299.5, 300]]),
    );
    expect(await done(manager, 'kind=departures&dryRun=false', file)).toMatchObject({
      created: 1,
      refused: 0,
    });
    expect(await count('departures', agency)).toBe(1);
  });
});
