import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const url = (path = '') => `${world.url('identity')}/v1/branches${path}`;
const name = { zh: '新名字', en: 'New name' };
const change = (by: Staff, id: string, body: object, version = 1) =>
  by.ask<{ version: number; parentId: string; code: string; name: object }>(url(`/${id}`), {
    method: 'PATCH',
    body,
    headers: { 'if-match': `"${version}"` },
  });
const close = (by: Staff, id: string, version = 1) =>
  by.post<{ state: string }>(url(`/${id}/closing`), {}, { 'if-match': `"${version}"` });
const refused = (status: number, code: string) => ({ status, body: { code } });

const enterCustomer = async (by: Staff, text: string) => {
  const body = { kind: 'person', name: { zh: text } };
  const entered = await by.post<{ id: string }>(`${world.url('crm')}/v1/customers`, body);
  expect(entered.status).toBe(201);
  return entered.body.id;
};

describe('a branch', () => {
  it('gets another name, which the other services learn; its code stays', async () => {
    const agency = await world.foundAgency();
    const branchId = await agency.openBranch();
    const changed = await change(agency.administrator, branchId, { name });
    expect([changed.status, changed.body.version, changed.body.name]).toEqual([200, 2, name]);
    await eventually(async () => {
      const { rows } = await world.admin.query<{ name: object }>(
        'select name from crm.branches where id = $1',
        [branchId],
      );
      expect(rows).toEqual([{ name }]);
    });
    expect(await change(agency.administrator, branchId, { code: 'X1' }, 2)).toMatchObject({ status: 400 });
    expect(await change(agency.administrator, branchId, { name })).toMatchObject(
      refused(412, 'request/stale-version'),
    );
  });

  it('moves with its staff and customers: who is above sees them from then on, everywhere', async () => {
    const agency = await world.foundAgency();
    const [region, shop] = [await agency.openBranch(), await agency.openBranch()];
    const [manager, seller] = [
      await agency.staff('branch-manager', region),
      await agency.staff('sales', shop),
    ];
    const customerId = await enterCustomer(seller, '李雷');
    const customer = `${world.url('crm')}/v1/customers/${customerId}`;
    expect((await manager.get(customer)).status).toBe(404);
    expect((await change(agency.administrator, shop, { parentId: region })).body.parentId).toBe(region);
    await eventually(async () => {
      expect((await manager.get(customer)).status).toBe(200);
    });
    await change(agency.administrator, shop, { parentId: agency.headquartersId }, 2);
    await eventually(async () => {
      expect((await manager.get(customer)).status).toBe(404);
    });
  });

  it('never stands below itself, a franchise never above a branch of the agency', async () => {
    const agency = await world.foundAgency();
    const { administrator, headquartersId } = agency;
    const [above, franchise] = [await agency.openBranch(), await agency.openBranch('franchise')];
    const below = await administrator.post<{ id: string }>(url(), {
      code: 'LOW',
      kind: 'owned',
      parentId: above,
      name,
    });
    expect(await change(administrator, above, { parentId: below.body.id })).toMatchObject(
      refused(409, 'identity/branch-below-itself'),
    );
    expect(await change(administrator, above, { parentId: franchise })).toMatchObject(
      refused(409, 'identity/owned-below-franchise'),
    );
    expect(await change(administrator, headquartersId, { parentId: above })).toMatchObject(
      refused(409, 'identity/headquarters-stays'),
    );
    const opened = { code: 'LOW2', kind: 'owned', parentId: franchise, name };
    expect(await administrator.post(url(), opened)).toMatchObject(
      refused(409, 'identity/owned-below-franchise'),
    );
    const another = await world.foundAgency();
    expect(await change(another.administrator, above, { name })).toMatchObject(
      refused(404, 'request/not-found'),
    );
    expect(await change(administrator, above, { parentId: another.headquartersId })).toMatchObject(
      refused(422, 'identity/no-such-branch'),
    );
  });

  it('keeps its place in a tree without circles when two are moved at once', async () => {
    const agency = await world.foundAgency();
    const [one, other] = [await agency.openBranch(), await agency.openBranch()];
    const answers = await Promise.all([
      change(agency.administrator, one, { parentId: other }),
      change(agency.administrator, other, { parentId: one }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });
});

describe('closing a branch', () => {
  it('waits until nobody works there and no branch is below; then nothing new belongs to it', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const branchId = await agency.openBranch();
    const inner = await administrator.post<{ id: string }>(url(), {
      code: 'IN',
      kind: 'franchise',
      parentId: branchId,
      name,
    });
    const { userId } = await agency.staff('sales', inner.body.id);
    expect(await close(administrator, branchId)).toMatchObject(refused(409, 'identity/branch-has-branches'));
    expect(await close(administrator, inner.body.id)).toMatchObject(
      refused(409, 'identity/branch-has-staff'),
    );
    expect(await close(administrator, agency.headquartersId)).toMatchObject(
      refused(409, 'identity/headquarters-stays'),
    );
    await leave(agency, userId);
    expect((await close(administrator, inner.body.id)).body.state).toBe('closed');
    expect((await close(administrator, branchId)).status).toBe(200);
    const seller = await agency.staff('customer-service');
    expect(await addTo(agency, branchId)).toMatchObject(refused(409, 'identity/branch-closed'));
    expect(await change(administrator, branchId, { name }, 2)).toMatchObject(
      refused(409, 'identity/branch-closed'),
    );
    expect(seller.userId).toBeDefined();
    await eventually(async () => {
      const { rows } = await world.admin.query('select closed from crm.branches where id = $1', [branchId]);
      expect(rows).toEqual([{ closed: true }]);
    });
  });

  it('is for administrators', async () => {
    const agency = await world.foundAgency();
    const manager = await agency.staff('branch-manager');
    const branchId = await agency.openBranch();
    expect(await close(manager, branchId)).toMatchObject(refused(403, 'access/forbidden'));
    expect(await change(manager, branchId, { name })).toMatchObject(refused(403, 'access/forbidden'));
  });
});

const leave = async ({ administrator }: TestAgency, userId: string) => {
  const left = await administrator.post(
    `${world.url('identity')}/v1/users/${userId}/departure`,
    { successorId: administrator.userId },
    { 'if-match': '"1"' },
  );
  expect(left.status).toBe(200);
};

const addTo = ({ administrator }: TestAgency, branchId: string) =>
  administrator.post(`${world.url('identity')}/v1/users`, {
    branchId,
    userName: 'somebody',
    email: 'somebody@agency.example',
    displayName: '某人',
    locale: 'zh',
    roles: ['sales'],
    password: 'correct horse battery',
  });
