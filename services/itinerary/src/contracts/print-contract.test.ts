import { signLink } from '@yitu/access';
import { eventually, registerCustomer, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anonymous,
  approvedOrder,
  ifMatch,
  made,
  openDesk,
  publishedOf,
  schedule,
  staffOf,
} from '../fixtures/desk.ts';
import { layoutContract } from './contract-layout.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'itinerary'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('itinerary')}/v1/${path}`;

async function printed({ token }: Staff, path: string) {
  const response = await fetch(url(path), { headers: { authorization: `Bearer ${token}` } });
  const file = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return { status: response.status, type: response.headers.get('content-type'), file };
}

const pdf = {
  ...{ status: 200, type: 'application/pdf' },
  file: expect.stringMatching(/^%PDF-1\.\d[^]*NotoSansSC[^]*%%EOF\s*$/),
};

async function contracted() {
  const desk = await openDesk(world);
  const departure = await schedule(world, desk);
  const order = await approvedOrder(world, desk, departure.id);
  const contract = await made<{ id: string; version: number; contentHash: string; text: string }>(() =>
    desk.sales.post(url('contracts'), { orderId: order.id }),
  );
  const customer = await registerCustomer(world, desk.agency, desk.customerId);
  await eventually(async () => {
    const known = 'select from itinerary.customer_accounts where account_id = $1';
    if ((await world.admin.query(known, [customer.userId])).rowCount !== 1) throw new Error('not known yet');
  });
  return { ...desk, departure, order, contract, customer };
}

describe('a contract as PDF', () => {
  it('is for the staff, and for the customer once it was sent', async () => {
    const { agency, sales, contract, customer } = await contracted();
    const path = `contracts/${contract.id}/document`;
    expect(await printed(sales, path)).toMatchObject(pdf);
    expect((await printed(customer, path)).status).toBe(404);
    const sent = await made<{ linkExpiresAt: string }>(() =>
      sales.post(url(`contracts/${contract.id}/sending`), {}, ifMatch(contract.version)),
    );
    expect(await printed(customer, path)).toMatchObject(pdf);
    const expiresAt = Math.floor(Temporal.Instant.from(sent.linkExpiresAt).epochMilliseconds / 1e3);
    const grant = { agencyId: agency.id, objectId: contract.id, expiresAt };
    const token = signLink(
      { ...grant, permission: 'itinerary.contract.sign' },
      world.surroundings.secrets.linkSecret,
    );
    const signature = { token, signerName: '王小明', accepted: true };
    expect((await anonymous.post(url('contract-signing'), signature)).status).toBe(200);
    expect(await printed(customer, path)).toMatchObject(pdf);
  });

  it('is for nobody else', async () => {
    const { agency, contract } = await contracted();
    const path = `contracts/${contract.id}/document`;
    const franchise = await staffOf(agency, 'branch-manager', await agency.openBranch('franchise'));
    const stranger = await registerCustomer(world, agency);
    for (const one of [franchise, stranger, (await openDesk(world)).sales])
      expect((await printed(one, path)).status).toBe(404);
    expect((await printed(await staffOf(agency, 'guide'), path)).status).toBe(403);
  });

  it('has text, fingerprint and signature on it, and says what is no contract any more', () => {
    const sheet = { house: '云旗 Yunqi', number: 'HT-1', text: '第一条', contentHash: 'abc' };
    const signature = { name: '王小明', at: '2026-05-01 09:00:00 +08:00', from: '203.0.113.7' };
    const signed = JSON.stringify(layoutContract({ ...sheet, state: 'signed', signature }));
    for (const part of ['第一条', 'abc', '王小明', signature.at, signature.from])
      expect(signed).toContain(part);
    expect(signed).not.toContain('watermark');
    const unsigned = JSON.stringify(layoutContract({ ...sheet, state: 'sent', signature: undefined }));
    expect(unsigned).toContain('Not signed yet');
    const gone = JSON.stringify(layoutContract({ ...sheet, state: 'void', signature: undefined }));
    expect(gone).toContain('作废 Void');
  });
});

describe('a confirmation letter', () => {
  it('is for the staff and the customer of a confirmed order, in both languages', async () => {
    const { agency, sales, order, customer } = await contracted();
    const path = `confirmation-letters/${order.id}`;
    expect((await printed(sales, path)).status).toBe(409);
    await world.admin.query(`update booking.orders set state = 'confirmed' where id = $1`, [order.id]);
    expect(await printed(sales, path)).toMatchObject(pdf);
    expect(await printed(customer, `${path}?language=en`)).toMatchObject(pdf);
    expect((await printed(customer, `${path}?language=fr`)).status).toBe(400);
    const stranger = await registerCustomer(world, agency);
    expect((await printed(stranger, path)).status).toBe(404);
    expect((await printed((await openDesk(world)).sales, path)).status).toBe(404);
    expect((await printed(await staffOf(agency, 'guide'), path)).status).toBe(403);
    expect(await publishedOf(world, order.id)).toEqual([]);
  });
});
