import { startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const customers = (path = '') => `${world.url('crm')}/v1/customers${path}`;
const refused = (status: number, code: string) => ({ status, body: { code } });
const give = (by: Staff, id: string, ownerId: string, version = 1) =>
  by.put<{ version: number; ownerId: string }>(customers(`/${id}/owner`), { ownerId }, version);

async function enterCustomer(by: Staff): Promise<string> {
  const { status, body } = await by.post<{ id: string }>(customers(), {
    kind: 'person',
    name: { zh: '李雷' },
  });
  expect(status).toBe(201);
  const traveller = { name: '李雷', birthDate: '1990-01-01', nationality: 'CN', relation: 'self' };
  expect((await by.post(customers(`/${body.id}/travellers`), traveller)).status).toBe(201);
  return body.id;
}

describe('the owner of a customer', () => {
  it('is changed by a manager of the branch; travellers go along', async () => {
    const agency = await world.foundAgency();
    const [manager, from, to] = [
      await agency.staff('branch-manager'),
      await agency.staff('sales'),
      await agency.staff('sales'),
    ];
    const id = await enterCustomer(from);
    expect((await give(manager, id, to.userId)).body).toMatchObject({ ownerId: to.userId, version: 2 });
    expect((await give(manager, id, to.userId, 2)).body.version).toBe(2);
    expect(await give(manager, id, from.userId)).toMatchObject(refused(412, 'request/stale-version'));
    const { rows } = await world.admin.query(
      `select owner_id from crm.travellers where customer_id = $1 union select owner_id from crm.customer_name_parts where customer_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ owner_id: to.userId }]);
  });

  it('is somebody who works within the manager’s reach', async () => {
    const agency = await world.foundAgency();
    const franchise = await agency.openBranch('franchise');
    const manager = await agency.staff('branch-manager', franchise);
    const [inside, outside] = [await agency.staff('sales', franchise), await agency.staff('sales')];
    const id = await enterCustomer(inside);
    expect(await give(manager, id, outside.userId)).toMatchObject(refused(422, 'crm/no-such-owner'));
    expect(await give(manager, id, crypto.randomUUID())).toMatchObject(refused(422, 'crm/no-such-owner'));
    expect(await give(inside, id, manager.userId)).toMatchObject(refused(403, 'access/forbidden'));
    const elsewhere = await agency.staff('branch-manager', await agency.openBranch());
    expect(await give(elsewhere, id, elsewhere.userId)).toMatchObject(refused(404, 'request/not-found'));
    const other = await (await world.foundAgency()).staff('branch-manager');
    expect(await give(other, id, other.userId)).toMatchObject(refused(404, 'request/not-found'));
    expect((await give(manager, id, manager.userId)).status).toBe(200);
  });

  it('stays while identity cannot be asked', async () => {
    const agency = await world.foundAgency();
    const [manager, from] = [await agency.staff('branch-manager'), await agency.staff('sales')];
    const id = await enterCustomer(from);
    expect((await manager.get(customers(`/${id}`))).status).toBe(200);
    await world.stop('identity');
    try {
      expect(await give(manager, id, manager.userId)).toMatchObject(refused(503, 'identity/unavailable'));
    } finally {
      await world.start('identity');
    }
  });
});
