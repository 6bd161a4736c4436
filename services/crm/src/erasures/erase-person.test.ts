import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const api = () => `${world.url('crm')}/v1`;
const reason = '客户要求删除敏感信息';

interface Made {
  id: string;
}

async function customerWithTwoTravellers() {
  const agency = await world.foundAgency();
  const manager = await agency.staff('branch-manager');
  const customer = await manager.post<Made>(`${api()}/customers`, { kind: 'person', name: { zh: '张晓明' } });
  const at = `${api()}/customers/${customer.body.id}`;
  const traveller = async (relation: string, birthDate: string, number: string) => {
    const person = { name: `${relation}某`, birthDate, nationality: 'CN', relation };
    const { body } = await manager.post<Made>(`${at}/travellers`, person);
    const documents = `${at}/travellers/${body.id}/documents`;
    const document = await manager.post<Made>(documents, { kind: 'identity-card', number });
    return {
      id: body.id,
      at: `${at}/travellers/${body.id}`,
      documents,
      documentId: document.body.id,
      number,
    };
  };
  const self = await traveller('self', '1991-01-01', '110102199101010078');
  const friend = await traveller('friend', '1999-01-10', '440308199901101512');
  const account = await manager.post<Made>(`${at}/bank-accounts`, {
    holder: '张晓明',
    bank: '中国银行',
    number: '6222021234567890128',
  });
  return { agency, manager, customerId: customer.body.id, at, self, friend, accountId: account.body.id };
}

const reveal = (staff: Staff, documents: string, id: string) =>
  staff.post(`${documents}/${id}/reveals`, { reason: 'after the erasure' });
const found = async (staff: Staff, number: string) =>
  (await staff.post<{ matches: unknown[] }>(`${api()}/document-searches`, { number })).body.matches.length;

/** What an old backup would hold: the sealed rows as they were. */
async function copyRows(
  table: 'traveller_documents' | 'bank_accounts',
  id: string,
): Promise<() => Promise<void>> {
  const { rows } = await world.admin.query<{ row: string }>(
    `select to_jsonb(t)::text as row from crm.${table} t where id = $1`,
    [id],
  );
  return async () => {
    await world.admin.query(
      `insert into crm.${table} select * from jsonb_populate_record(null::crm.${table}, $1::jsonb)`,
      [rows[0]?.row],
    );
  };
}

describe('erasing a person', () => {
  it('leaves nothing of a traveller that can be read or found, not even from a copy of the rows', async () => {
    const { manager, self, friend } = await customerWithTwoTravellers();
    const restore = await copyRows('traveller_documents', self.documentId);
    expect((await reveal(manager, self.documents, self.documentId)).body['number']).toBe(self.number);
    expect((await manager.post(`${self.at}/erasures`, { reason })).body).toEqual({ erased: true });
    const { rows } = await world.admin.query(
      `select (select count(*)::int from crm.traveller_documents where traveller_id = $1) as documents,
              (select array_agg(wrapped) from crm.person_keys where person_id = $1) as keys`,
      [self.id],
    );
    expect(rows).toEqual([{ documents: 0, keys: [null] }]);
    expect(await found(manager, self.number)).toBe(0);
    await restore();
    expect(await reveal(manager, self.documents, self.documentId)).toMatchObject({
      status: 410,
      body: { code: 'vault/person-erased' },
    });
    expect((await reveal(manager, friend.documents, friend.documentId)).body['number']).toBe(friend.number);
    expect(await found(manager, friend.number)).toBe(1);
    const again = await manager.post(self.documents, { kind: 'identity-card', number: self.number });
    expect(again).toMatchObject({ status: 410, body: { code: 'vault/person-erased' } });
  });

  it('of a customer covers bank accounts and the customer as a traveller, not companions', async () => {
    const { manager, agency, customerId, at, self, friend, accountId } = await customerWithTwoTravellers();
    const restore = await copyRows('bank_accounts', accountId);
    expect((await manager.post(`${at}/erasures`, { reason })).status).toBe(200);
    expect((await manager.get(`${at}/bank-accounts`)).body).toMatchObject({ bankAccounts: [] });
    expect((await manager.get(self.documents)).body).toMatchObject({ documents: [] });
    expect((await manager.get(friend.documents)).body).toMatchObject({
      documents: [{ id: friend.documentId }],
    });
    await restore();
    const look = await manager.post(`${at}/bank-accounts/${accountId}/reveals`, {
      reason: 'after the erasure',
    });
    expect(look).toMatchObject({ status: 410, body: { code: 'vault/person-erased' } });
    await eventually(async () => {
      const { rows } = await world.admin.query<{ type: string }>(
        `select envelope::jsonb->>'type' as type from crm.outbox where agency_id = $1 and subject like '%erased%' and published_at is not null order by id`,
        [agency.id],
      );
      expect(rows.map(({ type }) => type)).toEqual([
        'crm.traveller.sensitive-data-erased.v1',
        'crm.customer.sensitive-data-erased.v1',
      ]);
    });
    const tombstones = await world.admin.query(
      'select person_id, erased_by, erasure_reason from crm.person_keys where agency_id = $1 and erased_at is not null order by person_id',
      [agency.id],
    );
    expect(tombstones.rows).toEqual(
      [customerId, self.id]
        .toSorted()
        .map((id) => ({ person_id: id, erased_by: `user:${manager.userId}`, erasure_reason: reason })),
    );
  });

  it('is for branch managers, with a reason, within their reach', async () => {
    const { agency, at, self } = await customerWithTwoTravellers();
    const sales = await agency.staff('sales');
    expect((await sales.post(`${self.at}/erasures`, { reason })).status).toBe(403);
    const franchise = await agency.staff('branch-manager', await agency.openBranch('franchise'));
    expect((await franchise.post(`${at}/erasures`, { reason })).status).toBe(404);
    expect((await franchise.post(`${self.at}/erasures`, { reason })).status).toBe(404);
    const manager = await agency.staff('branch-manager');
    expect((await manager.post(`${at}/erasures`, { reason: 'no' })).status).toBe(400);
  });
});
