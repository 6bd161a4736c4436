import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const crm = (path: string) => `${world.url('crm')}/v1/customers${path}`;

async function addTraveller({ sales, customerId }: Desk): Promise<string> {
  const traveller = { name: '王小红', relation: 'spouse', birthDate: '1990-02-28', nationality: 'CN' };
  const { status, body } = await sales.post<{ id: string }>(crm(`/${customerId}/travellers`), traveller);
  expect([status, body]).toMatchObject([201, { id: expect.any(String) as unknown }]);
  return body.id;
}

const place = async (by: Staff, { order }: Desk, change: object = {}) => {
  const { status, body } = await by.post<{ code?: string }>(`${world.url('booking')}/v1/orders`, {
    ...order(1),
    ...change,
  });
  return [status, body.code];
};

async function told(table: 'customers' | 'travellers', id: string): Promise<void> {
  await eventually(async () => {
    const { rowCount } = await world.admin.query(`select from booking.${table} where id = $1`, [id]);
    expect(rowCount).toBe(1);
  });
}

/** Without crm for as long as `work` takes. */
async function withoutCrm(work: () => Promise<void>): Promise<void> {
  await world.stop('crm');
  try {
    await work();
  } finally {
    await world.start('crm');
  }
}

const categoryHere = async ({ customerId }: Desk) => {
  const { rows } = await world.admin.query<{ category: string; owner_id: string }>(
    'select category, owner_id from booking.customers where id = $1',
    [customerId],
  );
  return rows[0];
};

describe('an order for a customer crm has told of', () => {
  it('is placed without crm, with travellers of theirs', async () => {
    const desk = await openDesk(world);
    const travellerId = await addTraveller(desk);
    await Promise.all([told('customers', desk.customerId), told('travellers', travellerId)]);
    await withoutCrm(async () => {
      const travellers = [{ travellerId, category: 'adult' }];
      expect(await place(desk.sales, desk, { travellers })).toEqual([201, undefined]);
    });
  });

  it('goes by the category and the owner the customer has now', async () => {
    const desk = await openDesk(world);
    const { agency, sales, customerId } = desk;
    await told('customers', customerId);
    const colleague = await agency.staff('sales');
    const changed = await sales.ask<{ version: number }>(crm(`/${customerId}`), {
      method: 'PATCH',
      body: { category: 'key' },
      headers: { 'if-match': '"1"' },
    });
    expect(changed.status).toBe(200);
    const manager = await agency.staff('branch-manager');
    const given = await manager.put(crm(`/${customerId}/owner`), { ownerId: colleague.userId }, 2);
    expect(given.status).toBe(200);
    await eventually(async () => {
      expect(await categoryHere(desk)).toEqual({ category: 'key', owner_id: colleague.userId });
    });
  });
});

describe('an order for somebody who is not to be seen', () => {
  it('is refused as for nobody: a customer of another branch', async () => {
    const desk = await openDesk(world);
    await told('customers', desk.customerId);
    const franchise = await desk.agency.openBranch('franchise');
    const outsider = await desk.agency.staff('sales', franchise);
    expect(await place(outsider, desk)).toEqual([422, 'booking/no-such-customer']);
  });

  it("is refused: somebody else's traveller, and one who is not there", async () => {
    const [desk, other] = await Promise.all([openDesk(world), openDesk(world)]);
    const foreign = await addTraveller(other);
    for (const travellerId of [foreign, crypto.randomUUID()]) {
      const travellers = [{ travellerId, category: 'adult' }];
      expect(await place(desk.sales, desk, { travellers })).toEqual([422, 'booking/no-such-traveller']);
    }
  });

  it('has to wait for crm where only crm can tell, within the deadline, and takes no seat', async () => {
    const desk = await openDesk(world);
    await told('customers', desk.customerId);
    await withoutCrm(async () => {
      expect(await place(desk.sales, desk, { customerId: crypto.randomUUID() })).toEqual([
        503,
        'crm/unavailable',
      ]);
    });
    const { rows } = await world.admin.query('select remaining from booking.departures where id = $1', [
      desk.departureId,
    ]);
    expect(rows).toEqual([{ remaining: 20 }]);
  });
});
