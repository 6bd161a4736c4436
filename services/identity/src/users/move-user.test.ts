import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const refused = (status: number, code: string) => ({ status, body: { code } });
const move = (by: Staff, userId: string, branchId: string, version = 1) =>
  by.put<{ branchId: string }>(`${world.url('identity')}/v1/users/${userId}/branch`, { branchId }, version);

describe('a member of staff who moves to another branch', () => {
  it('sees what is there, and no longer what is where they were', async () => {
    const agency = await world.foundAgency();
    const [from, to] = [await agency.openBranch(), await agency.openBranch()];
    const [mover, colleague] = [await agency.staff('sales', from), await agency.staff('sales', to)];
    const enter = async (by: Staff, zh: string) => {
      const body = { kind: 'person', name: { zh } };
      const { body: entered } = await by.post<{ id: string }>(`${world.url('crm')}/v1/customers`, body);
      return `${world.url('crm')}/v1/customers/${entered.id}`;
    };
    const [here, there] = [await enter(mover, '李雷'), await enter(colleague, '韩梅梅')];
    expect((await mover.get(here)).status).toBe(200);
    expect((await move(agency.administrator, mover.userId, to)).body.branchId).toBe(to);
    await eventually(async () => {
      expect((await mover.get(there)).status).toBe(200);
    });
    expect((await mover.get(here)).status).toBe(404);
  });

  it('is moved within reach, by somebody who could give their roles', async () => {
    const agency = await world.foundAgency();
    const franchise = await agency.openBranch('franchise');
    const manager = await agency.staff('branch-manager', franchise);
    const inside = await agency.staff('sales', franchise);
    expect(await move(manager, inside.userId, agency.headquartersId)).toMatchObject(
      refused(403, 'request/out-of-reach'),
    );
    expect(await move(manager, manager.userId, franchise)).toMatchObject(
      refused(409, 'identity/not-yourself'),
    );
    expect(await move(manager, agency.administrator.userId, franchise)).toMatchObject(
      refused(404, 'request/not-found'),
    );
    expect(await move(agency.administrator, inside.userId, crypto.randomUUID())).toMatchObject(
      refused(422, 'identity/no-such-branch'),
    );
    expect(await move(agency.administrator, inside.userId, franchise, 9)).toMatchObject(
      refused(412, 'request/stale-version'),
    );
  });

  it('is moved nowhere by somebody who could not give their roles there', async () => {
    const agency = await world.foundAgency();
    const { administrator, headquartersId } = agency;
    const [near, far] = [await agency.openBranch(), await agency.openBranch('franchise')];
    const mover = await agency.staff('branch-manager', near);
    const moving = [{ permission: 'identity.user.change', reach: 'agency' }];
    const grants = `${world.url('identity')}/v1/users/${mover.userId}/grants`;
    expect((await administrator.put(grants, { grants: moving, denials: [] }, 1)).status).toBe(200);
    const person = await agency.staff('sales', near);
    for (const branchId of [far, headquartersId])
      expect(await move(mover, person.userId, branchId)).toMatchObject(
        refused(403, 'identity/role-beyond-own'),
      );
    const below = await agency.openBranch('owned', near);
    await eventually(async () => expect((await move(mover, person.userId, below)).status).toBe(200));
  });
});
