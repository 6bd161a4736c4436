import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

interface Found {
  readonly users: readonly { id: string; userName: string; email: string; state: string }[];
  readonly next: string | null;
}

const users = (path = '') => `${world.url('identity')}/v1/users${path}`;

async function found(by: Staff, query: Readonly<Record<string, string>> = {}): Promise<Found> {
  const { status, body } = await by.get<Found>(users(`?${new URLSearchParams(query).toString()}`));
  expect(status).toBe(200);
  return body;
}

const idsIn = ({ users: list }: Found): string[] => list.map(({ id }) => id);

/** Customers' accounts come of registrations; here one is made of somebody added. */
const makeCustomer = ({ userId }: Staff) =>
  world.admin.query(`update identity.users set account = 'customer', roles = '{customer}' where id = $1`, [
    userId,
  ]);

describe('the list of users', () => {
  it('comes page by page, the newest first', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const sales = await agency.staff('sales');
    const guide = await agency.staff('guide');
    const first = await found(administrator, { limit: '2' });
    expect([idsIn(first), first.next]).toEqual([[guide.userId, sales.userId], sales.userId]);
    const last = await found(administrator, { limit: '2', after: sales.userId });
    expect([idsIn(last), last.next]).toEqual([[administrator.userId], null]);
  });

  it('holds the staff alone, or customers alone, where that is asked for', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const [sales, customer] = [await agency.staff('sales'), await agency.staff('sales')];
    await makeCustomer(customer);
    expect(idsIn(await found(administrator, { account: 'staff' }))).toEqual([
      sales.userId,
      administrator.userId,
    ]);
    expect(idsIn(await found(administrator, { account: 'customer' }))).toEqual([customer.userId]);
    expect((await found(administrator)).users).toHaveLength(3);
    const programs = await administrator.get(users('?account=client'));
    expect(programs).toMatchObject({ status: 400, body: { errors: [{ field: '/query/account' }] } });
  });

  it('is searched by a part of a name or an address, in any case of letters, taken as it is written', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const sales = await agency.staff('sales');
    const [of] = (await found(administrator)).users.filter(({ id }) => id === sales.userId);
    const part = of?.userName.slice(-5) ?? '';
    for (const q of [part.toUpperCase(), `  ${part}@${agency.code}`])
      expect(idsIn(await found(administrator, { q }))).toEqual([sales.userId]);
    for (const q of ['%', '_____', `${part}%`, "'"])
      expect(idsIn(await found(administrator, { q }))).toEqual([]);
  });

  it('is narrowed by role and by branch', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const branchId = await agency.openBranch();
    const here = await agency.staff('guide');
    const there = await agency.staff('guide', branchId);
    await agency.staff('sales', branchId);
    expect(idsIn(await found(administrator, { role: 'guide' }))).toEqual([there.userId, here.userId]);
    expect(idsIn(await found(administrator, { role: 'guide', branchId }))).toEqual([there.userId]);
  });

  it('leaves out who has departed, unless they are asked for', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const leaver = await agency.staff('sales');
    const left = await administrator.post(
      users(`/${leaver.userId}/departure`),
      { successorId: administrator.userId },
      { 'if-match': '"1"' },
    );
    expect(left.status).toBe(200);
    await eventually(async () => {
      expect(idsIn(await found(administrator))).toEqual([administrator.userId]);
    });
    expect(idsIn(await found(administrator, { state: 'departed' }))).toEqual([leaver.userId]);
  });
});
