import { startWorld, type World } from '@yitu/testkit';
import { workbook, zip } from '@yitu/testkit/workbook-bytes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableDesk } from './fixtures/table-desk.ts';

let world: World;
let desk: ReturnType<typeof tableDesk>;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
  desk = tableDesk(world);
});
afterAll(() => world.close());

const names = '中文姓名,Name in Latin letters,类型,Phone,邮箱,性别,出生日期,标签,来源,级别';
const table = (...rows: string[]) => [names, ...rows].join('\r\n');
const [trial, forReal] = ['dryRun=true', 'dryRun=false'];
const outcomes = (rows: readonly { row: number; state: string }[]) =>
  rows.map(({ row, state }) => [row, state]);

async function openDesk() {
  const agency = await world.foundAgency();
  return { agency, sales: await agency.staff('sales') };
}

describe('an import of customers', () => {
  it('says what would come of each row and stores nothing as a dry run, then enters them as the form does', async () => {
    const { agency, sales } = await openDesk();
    const file = table(
      '欧阳娜娜,OUYANG Nana,个人,138 1234 5678,nana@example.com,女,2000/6/15,VIP；亲子,微信,重要客户',
      '云海公司,,Company,010-12345678,,,,,,',
      '没有电话,,,12345,,,,,,',
    );
    const { id, created, present, refused } = await desk.done(sales, trial, file);
    expect({ created, present, refused }).toEqual({ created: 2, present: 0, refused: 1 });
    expect(await desk.count(agency)).toBe(0);
    expect(outcomes(await desk.rowsOf(sales, id))).toEqual([
      [2, 'created'],
      [3, 'created'],
      [4, 'refused'],
    ]);
    const taken = await desk.done(sales, forReal, file);
    expect(taken).toMatchObject({ created: 2, refused: 1, waiting: 0, state: 'finished' });
    const [first] = await desk.rowsOf(sales, taken.id);
    expect((await sales.get(desk.url(`/customers/${first?.madeId}`))).body).toMatchObject({
      ...{ name: { zh: '欧阳娜娜', en: 'OUYANG Nana' }, phone: '+8613812345678', birthDate: '2000-06-15' },
      ...{ gender: 'female', tags: ['VIP', '亲子'], source: 'wechat', category: 'important' },
      ...{ ownerId: sales.userId, branchId: sales.branchId, kind: 'person', version: 1 },
    });
    const found = await sales.get<{ customers: object[] }>(desk.url('/customers?q=yunhai'));
    expect(found.body.customers).toMatchObject([{ kind: 'company', source: 'import' }]);
    const { rows } = await world.admin.query<{ type: string; count: number }>(
      `select envelope::jsonb->>'type' as type, count(*)::integer from crm.outbox where agency_id = $1 and subject like 'evt.%' group by 1 order by 1`,
      [agency.id],
    );
    expect(rows).toEqual([
      { type: 'crm.customer.registered.v1', count: 2 },
      { type: 'crm.import.finished.v1', count: 2 },
      { type: 'crm.import.started.v1', count: 2 },
    ]);
  });

  it('leaves out who may be known, of those the importer may see and of the rows before, or enters them by choice', async () => {
    const { agency, sales } = await openDesk();
    const { body: known } = await sales.post(desk.url('/customers'), {
      ...{ kind: 'person', name: { zh: '王芳' }, phone: '13900000001', birthDate: '1990-01-01' },
    });
    const file = table(
      '王小芳,,,139 0000 0001,,,,,,',
      '李雷,,,,li@example.com,,,,,',
      '李磊,,,,LI@example.com,,,,,',
      '王芳,,,,,,1990-01-01,,,',
      '坏行,,机器人,,li@example.com,,,,,',
    );
    const { id } = await desk.done(sales, trial, file);
    const rows = await desk.rowsOf(sales, id);
    expect(outcomes(rows)).toEqual([
      [2, 'present'],
      [3, 'created'],
      [4, 'present'],
      [5, 'created'],
      [6, 'refused'],
    ]);
    const duplicate = { rule: 'possible-duplicate' };
    expect(rows[0]).toMatchObject({
      madeId: known['id'],
      problems: [{ ...duplicate, column: { en: 'Phone' }, about: known['id'] }],
    });
    expect(rows[2]?.problems).toMatchObject([{ ...duplicate, message: { en: 'is also that of row 3' } }]);
    expect(rows[3]?.problems).toMatchObject([{ rule: 'same-name-and-birth-date', about: known['id'] }]);
    expect(await desk.done(sales, forReal, file)).toMatchObject({ created: 2, present: 2, refused: 1 });
    expect(await desk.count(agency)).toBe(3);
    const entered = await desk.done(sales, `${forReal}&duplicates=enter`, file);
    expect(entered).toMatchObject({ created: 4, present: 0, refused: 1 });
    expect(await desk.count(agency)).toBe(7);
  });

  it('tells nobody of customers the form would not tell them of', async () => {
    const { agency, sales } = await openDesk();
    const there = { kind: 'person', name: { zh: '王芳' }, phone: '13900000001' };
    await sales.post(desk.url('/customers'), there);
    const file = table('王芳,,,13900000001,,,,,,');
    const franchise = await agency.staff('sales', await agency.openBranch('franchise'));
    expect(await desk.done(franchise, trial, file)).toMatchObject({ created: 1, present: 0 });
    expect(await desk.done(sales, trial, file)).toMatchObject({ created: 0, present: 1 });
    // Who may enter and not look up is told nothing by the form.
    const blind = await agency.staff('sales');
    await world.admin.query(
      `update identity.users set grants = '[{"permission":"crm.customer.enter","reach":"agency"},{"permission":"crm.import.*","reach":"own"}]',
         denials = '{crm.customer.read}' where agency_id = $1 and id = $2`,
      [agency.id, blind.userId],
    );
    const again = await blind.signInAgain();
    expect(await again.get(desk.url('/customers'))).toMatchObject({ status: 403 });
    expect(await desk.done(again, trial, file)).toMatchObject({ created: 1, present: 0 });
  });

  it('names row, column and rule of all that is wrong, in a file that runs no formula', async () => {
    const { sales } = await openDesk();
    const { id } = await desk.done(
      sales,
      trial,
      table(
        ',,,13900000001,,,,,,',
        '王芳,,,12345,,,,,,',
        '王芳,,,,nobody,,,,,',
        '王芳,,,,,,2999-01-01,,,',
        '云海,,单位,,,女,,,,',
        '王芳,,,,,,,,,,多',
        '王芳,,,,,,,,=cmd,',
      ),
    );
    const text = await desk.fileOf(sales, `/imports/${id}/errors`);
    expect(text.startsWith('\u{feff}')).toBe(true);
    const lines = text.trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',').slice(0, 4).join(' '))).toEqual([
      '2 中文姓名 Name in Chinese required',
      '3 电话 Phone phone',
      '4 邮箱 E-mail format',
      '5 出生日期 Date of birth birth-date',
      '6 性别 Gender persons-only',
      '7   too-many-cells',
      '8 来源 Source word',
    ]);
    expect(text).not.toContain('cmd');
    const odd = await desk.send(sales, trial, `=1+1,中文姓名\n1,王芳`);
    expect(odd).toMatchObject({ status: 422, body: { code: 'crm/columns-do-not-fit' } });
  });

  it('takes its own templates and workbooks, and refuses what is too much by name', async () => {
    const { agency, sales } = await openDesk();
    for (const language of ['zh', 'en']) {
      const template = await desk.fileOf(sales, `/import-templates/customers?language=${language}`);
      expect(await desk.done(sales, trial, `${template}王芳`)).toMatchObject({ created: 1, refused: 0 });
    }
    const file = zip(
      workbook([
        ['中文姓名', '电话', '出生日期'],
        ['王芳', 13900000001, '1990-01-01'],
      ]),
    );
    expect(await desk.done(sales, forReal, file)).toMatchObject({ created: 1 });
    expect(await desk.count(agency)).toBe(1);
    const rows = `中文姓名\n${'王芳\n'.repeat(5_001)}`;
    const refusal = (status: number, code: string) => ({ status, body: { code } });
    expect(await desk.send(sales, trial, rows)).toMatchObject(refusal(422, 'crm/table-too-large'));
    expect(await desk.send(sales, trial, '中文姓名\n')).toMatchObject(refusal(422, 'crm/no-rows'));
    expect(await desk.send(sales, trial, Buffer.alloc(6 * 1024 * 1024))).toMatchObject({ status: 413 });
  });
});

describe('imports of customers', () => {
  it('are for those who may enter customers, and for nobody but who began them', async () => {
    const { agency, sales } = await openDesk();
    const { id } = await desk.done(sales, trial, table('王芳,,,,,,,,,'));
    const colleague = await agency.staff('sales');
    const { sales: stranger } = await openDesk();
    for (const other of [colleague, stranger]) {
      for (const path of ['', '/rows', '/errors'])
        expect(await other.get(desk.url(`/imports/${id}${path}`))).toMatchObject({ status: 404 });
      expect(await other.get(desk.url('/imports'))).toMatchObject({ body: { imports: [], next: null } });
      const cancel = other.post(desk.url(`/imports/${id}/cancellations`), {}, { 'if-match': '"2"' });
      expect(await cancel).toMatchObject({ status: 404 });
    }
    expect(await sales.get(desk.url('/imports'))).toMatchObject({ body: { imports: [{ id }] } });
    const operator = await agency.staff('operator');
    expect(await desk.send(operator, trial, table('王芳,,,,,,,,,'))).toMatchObject({ status: 403 });
    const over = sales.post(desk.url(`/imports/${id}/cancellations`), {}, { 'if-match': '"2"' });
    expect(await over).toMatchObject({ status: 409, body: { code: 'crm/import-ended' } });
  });

  it('are for one’s own branch, or one within reach', async () => {
    const { agency, sales } = await openDesk();
    const below = await agency.openBranch();
    const { id } = await desk.done(sales, `${forReal}&branchId=${below}`, table('王芳,,,,,,,,,'));
    const [row] = await desk.rowsOf(sales, id);
    expect((await sales.get(desk.url(`/customers/${row?.madeId}`))).body).toMatchObject({ branchId: below });
    const franchise = await agency.staff('sales', await agency.openBranch('franchise'));
    const above = `${forReal}&branchId=${agency.headquartersId}`;
    const refused = await desk.send(franchise, above, table('王芳,,,,,,,,,'));
    expect(refused).toMatchObject({ status: 403, body: { code: 'request/out-of-reach' } });
  });

  it('are recorded, and no record says whom they are about', async () => {
    const { agency, sales } = await openDesk();
    await desk.done(sales, forReal, table('欧阳娜娜,,,13812345678,,,,,,'));
    const { rows } = await world.admin.query<{ action: string; record: string }>(
      'select action, record::text from crm.audit_records record where agency_id = $1',
      [agency.id],
    );
    expect(rows.map(({ action }) => action)).toContain('crm.import.start');
    expect(rows.map(({ record }) => record).join()).not.toMatch(/欧阳|1381234/);
  });
});
