import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { says } from '../documents/fixtures/desk.ts';

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

const number = '6222021234567890128';
const api = () => `${world.url('crm')}/v1`;
const accountsOf = (customerId: string) => `${api()}/customers/${customerId}/bank-accounts`;
const account = { holder: '张晓明', bank: '中国工商银行北京分行', number };

async function desk() {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  const { body } = await sales.post<{ id: string }>(`${api()}/customers`, {
    kind: 'person',
    name: { zh: '张晓明' },
  });
  return { agency, sales, customerId: body.id };
}

const enter = (staff: Staff, customerId: string, more: object = {}) =>
  staff.post<View>(accountsOf(customerId), { ...account, ...more });
const reveal = (staff: Staff, { customerId, id }: View, reason = '退款核对账号') =>
  staff.post(`${accountsOf(customerId)}/${id}/reveals`, { reason });
const search = (staff: Staff, wanted: string) =>
  staff.post(`${api()}/bank-account-searches`, { number: wanted });

describe('a bank account', () => {
  it('is kept sealed and shown by its last four digits', async () => {
    const { sales, customerId } = await desk();
    const { status, body } = await enter(sales, customerId, { number: '6222 0212 3456 7890 128' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ holder: '张晓明', maskedNumber: '***************0128', version: 1 });
    expect((await sales.get(accountsOf(customerId))).body).toMatchObject({
      bankAccounts: [body],
      next: null,
    });
    expect(await enter(sales, customerId)).toMatchObject({
      status: 409,
      body: { code: 'crm/bank-account-known' },
    });
  });

  it('is refused where its check digit does not fit, without saying the number', async () => {
    const { sales, customerId } = await desk();
    const { status, body } = await enter(sales, customerId, { number: '6222021234567890129' });
    expect([status, body]).toMatchObject([
      422,
      { errors: [{ field: '/body/number', rule: 'card-checksum' }] },
    ]);
    expect(says(body, '6222021234567890129')).toBe(false);
  });

  it('is revealed and found by those who pay money back', async () => {
    const { agency, sales, customerId } = await desk();
    const { body } = await enter(sales, customerId);
    const finance = await agency.staff('finance');
    expect((await reveal(finance, body)).body).toEqual({ bankAccountId: body.id, number });
    expect((await search(finance, '6222-0212-3456-7890-128')).body).toEqual({
      matches: [{ customerId, bankAccountId: body.id, maskedNumber: '***************0128' }],
    });
    for (const refused of [await reveal(sales, body), await search(sales, number)])
      expect(refused.status).toBe(403);
    const { rows } = await world.admin.query(
      `select action, change, after from crm.audit_records where agency_id = $1 and change = 'read' order by id`,
      [agency.id],
    );
    expect(rows).toEqual([
      { action: 'crm.bank-account.reveal', change: 'read', after: { reason: '退款核对账号' } },
      { action: 'crm.bank-account.search', change: 'read', after: { bankAccounts: [body.id] } },
    ]);
  });

  it('is changed and removed with the version that was read, and tells the names of fields', async () => {
    const { agency, sales, customerId } = await desk();
    const { body } = await enter(sales, customerId);
    const finance = await agency.staff('finance');
    const at = `${accountsOf(customerId)}/${body.id}`;
    const change = (given: object, version: number) =>
      finance.ask<View>(at, { method: 'PATCH', body: given, headers: { 'if-match': `"${version}"` } });
    expect((await change({ bank: '中国银行' }, 4)).status).toBe(412);
    const changed = await change({ bank: '中国银行', number: '12345678' }, 1);
    expect(changed).toMatchObject({
      status: 200,
      body: { bank: '中国银行', maskedNumber: '****5678', version: 2 },
    });
    expect((await change({ number: '1234 5678' }, 2)).body).toMatchObject({ version: 2 });
    expect((await search(finance, number)).body).toEqual({ matches: [] });
    const removed = await finance.ask(at, { method: 'DELETE', headers: { 'if-match': '"2"' } });
    expect(removed).toMatchObject({ status: 200, body: { removed: true } });
    await eventually(async () => {
      const { rows } = await world.admin.query<{ envelope: string }>(
        `select envelope from crm.outbox where agency_id = $1 and subject like '%.bank-account.%' and published_at is not null order by aggregate_version`,
        [agency.id],
      );
      expect(rows.map(({ envelope }) => JSON.parse(envelope) as object)).toMatchObject([
        { type: 'crm.bank-account.entered.v1', data: { bankAccountId: body.id, customerId } },
        { type: 'crm.bank-account.changed.v1', data: { changedFields: ['bank', 'number'] } },
        { type: 'crm.bank-account.removed.v1' },
      ]);
    });
  });

  it("is nobody else's: not another branch's, not another agency's", async () => {
    const { agency, sales, customerId } = await desk();
    const { body } = await enter(sales, customerId);
    const franchise = await agency.staff('branch-manager', await agency.openBranch('franchise'));
    const stranger = await (await world.foundAgency()).staff('finance');
    for (const outsider of [franchise, stranger]) {
      expect((await outsider.get(accountsOf(customerId))).status).toBe(404);
      expect((await reveal(outsider, body)).status).toBe(404);
      expect((await search(outsider, number)).body).toEqual({ matches: [] });
    }
  });
});
