import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { charge, currentDate, done, openDesk, pay, reaches, travel, type Desk } from '../../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'itinerary', 'finance'] });
});
afterAll(() => world.close());

const url = (path = '') => `${world.url('finance')}/v1/group-settlements${path}`;
const settle = ({ finance, departureId }: Desk) => finance.post(url(), { departureId });

/** Balances by branch and account, folded from the postings themselves and from nothing else. */
async function fold(agencyId: string): Promise<Map<string, bigint>> {
  const { rows } = await world.admin.query<{
    branch: string;
    account: string;
    debit: string;
    credit: string;
  }>(
    'select branch_id as branch, account_code as account, debit::text, credit::text from finance.postings where agency_id = $1',
    [agencyId],
  );
  const balances = new Map<string, bigint>();
  for (const { branch, account, debit, credit } of rows) {
    const key = `${branch} ${account}`;
    balances.set(key, (balances.get(key) ?? 0n) + BigInt(debit) - BigInt(credit));
  }
  return balances;
}

/** A group of two branches whose trip has ended: three adults paid, costs of 1,000.01 recorded at headquarters. */
async function returnedGroup() {
  const desk = await openDesk(world, { branches: 1 });
  const [eastId = ''] = desk.branchIds;
  const manager = await desk.agency.staff('branch-manager', eastId);
  const ours = await desk.sell(2);
  const theirs = await desk.sell(1, manager);
  const payments = [
    await pay(world, desk, ours, '200000'),
    await pay(world, desk, theirs, '100000'),
  ] as const;
  await done(charge(world, desk, '60000'));
  await done(charge(world, desk, '40001', { serviceKind: 'vehicle' }));
  await reaches(world, desk, theirs, 'confirmed');
  await travel(world, desk, ours);
  await reaches(world, desk, theirs, 'completed');
  return { desk, ours, theirs, eastId, manager, payments };
}

describe('a group with an order of which a traveller was cancelled', () => {
  it('is settled for what is left: the penalty was revenue before, what went back is nobody’s', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(3);
    await pay(world, desk, order, '300000');
    await reaches(world, desk, order, 'confirmed');
    const url = `${world.url('booking')}/v1/orders/${order.id}`;
    const { version } = await done<{ version: number }>(desk.sales.get(url));
    const part = { reason: '一人生病', part: { category: 'adult' } };
    await done(desk.sales.post(`${url}/part-cancellation`, part, { 'if-match': `"${version}"` }));
    await travel(world, desk, order);
    await reaches(world, desk, order, 'completed');
    await eventually(async () =>
      expect(await settle(desk)).toMatchObject({ status: 201, body: { revenue: { amount: '200000' } } }),
    );
    const balances = await fold(desk.agency.id);
    const ofAccount = (account: string) => balances.get(`${order.branchId} ${account}`);
    expect([ofAccount('2203'), ofAccount('2241'), ofAccount('6001')]).toEqual([0n, -40_000n, -260_000n]);
  });
});

describe('settling a group', () => {
  it('posts revenue and cost of every branch so that settlement and ledger say the same', async () => {
    const { desk, ours, theirs, eastId, manager } = await returnedGroup();
    const { status, body } = await settle(desk);
    expect(status).toBe(201);
    const cny = (amount: string) => ({ amount, currency: 'CNY' });
    expect(body).toMatchObject({
      departureId: desk.departureId,
      version: 1,
      settledBy: desk.finance.userId,
      revenue: cny('300000'),
      cost: cny('100001'),
      grossProfit: cny('199999'),
    });
    const year = currentDate().slice(0, 4);
    const shares = body['shares'] as { orderId: string; revenue: object; cost: object; branchId: string }[]; // by the schema
    expect(shares.find(({ orderId }) => orderId === ours.id)).toMatchObject({
      seats: 2,
      revenue: cny('200000'),
    });
    expect(shares.find(({ orderId }) => orderId === theirs.id)).toMatchObject({
      seats: 1,
      branchId: eastId,
      revenue: cny('100000'),
    });
    expect(body['entryNumbers']).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^JZ-HQ-${year}-\\d{6}$`)) as string]),
    );

    const balances = await fold(desk.agency.id);
    const hq = desk.agency.headquartersId;
    const over = (account: string) =>
      (balances.get(`${hq} ${account}`) ?? 0n) + (balances.get(`${eastId} ${account}`) ?? 0n);
    const costOf = (branchId: string) =>
      shares
        .filter((share) => share.branchId === branchId)
        .reduce((sum, { cost }) => sum + BigInt(String(Reflect.get(cost, 'amount'))), 0n);
    expect([balances.get(`${hq} 6001`), balances.get(`${eastId} 6001`)]).toEqual([-200_000n, -100_000n]);
    expect([balances.get(`${hq} 6401`), balances.get(`${eastId} 6401`)]).toEqual([
      costOf(hq),
      costOf(eastId),
    ]);
    expect([over('6401'), over('5201'), over('2203'), over('3901')]).toEqual([100_001n, 0n, 0n, 0n]);
    expect([...balances.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n);

    expect(await done(desk.finance.get(url(`/${desk.departureId}`)))).toMatchObject({
      grossProfit: cny('199999'),
      entryNumbers: body['entryNumbers'],
    });
    const seen = await done<{ shares: object[]; vouchers: object[] }>(
      manager.get(url(`/${desk.departureId}`)),
    );
    expect(seen).toMatchObject({
      revenue: cny('100000'),
      shares: [{ orderId: theirs.id }],
      vouchers: [{ branchId: eastId }],
    });
    await Promise.all([ours, theirs].map((order) => reaches(world, desk, order, 'settled')));
  });

  it('tells of the figures, the shares and the vouchers, and of no names', async () => {
    const { desk, ours, theirs } = await returnedGroup();
    const { body } = await settle(desk);
    const { rows } = await world.admin.query<{ data: Record<string, unknown> }>(
      `select envelope::jsonb->'data' as data from finance.outbox where agency_id = $1 and subject like '%group-settlement.settled.v1'`,
      [desk.agency.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.data).toMatchObject({
      groupSettlementId: body['id'],
      departureId: desk.departureId,
      entryNumbers: body['entryNumbers'],
      revenue: body['revenue'],
      cost: body['cost'],
      grossProfit: body['grossProfit'],
    });
    const told = rows[0]?.data['shares'] as { orderId: string }[]; // by the message
    expect(told.map(({ orderId }) => orderId).toSorted()).toEqual([ours.id, theirs.id].toSorted());
    const audited = await world.admin.query<{ type: string; count: string }>(
      `select object_type as type, count(*)::text from finance.audit_records where agency_id = $1 and object_type like '%Settlement%' group by 1 order by 1`,
      [desk.agency.id],
    );
    expect(audited.rows).toEqual([
      { type: 'GroupSettlement', count: '1' },
      { type: 'SettlementPosting', count: '2' },
      { type: 'SettlementShare', count: '2' },
    ]);
  });

  it('happens once, and closes the books of the departure', async () => {
    const { desk, payments } = await returnedGroup();
    const answers = await Promise.all(Array.from({ length: 4 }, () => settle(desk)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body['code'])).toEqual(
      Array.from({ length: 3 }, () => 'finance/departure-settled'),
    );
    expect(await charge(world, desk, '1')).toMatchObject({
      status: 409,
      body: { code: 'finance/departure-settled' },
    });
    const entries = `${world.url('finance')}/v1/entries`;
    const reversal = await desk.finance.post(`${entries}/${payments[0].entryId}/reversal`, {
      reason: 'too late',
    });
    expect(reversal).toMatchObject({ status: 409, body: { code: 'finance/order-settled' } });
    const { entries: settling } = await done<{ entries: { id: string }[] }>(
      desk.finance.get(`${entries}?sourceKind=group-settlement`),
    );
    const single = await desk.finance.post(`${entries}/${settling[0]?.id}/reversal`, { reason: 'alone' });
    expect(single).toMatchObject({ status: 409, body: { code: 'finance/settlement-not-reversible' } });
  });

  it('lets no cost slip past: what is recorded meanwhile is in it or refused', async () => {
    const { desk } = await returnedGroup();
    const [settled, ...costs] = await Promise.all([
      settle(desk),
      ...Array.from({ length: 8 }, () => charge(world, desk, '700')),
    ]);
    expect(settled.status).toBe(201);
    const accepted = costs.filter(({ status }) => status === 201).length;
    expect(costs.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(settled.body['cost']).toEqual({ amount: String(100_001 + 700 * accepted), currency: 'CNY' });
    const balances = await fold(desk.agency.id);
    expect(balances.get(`${desk.agency.headquartersId} 5201`)).toBe(0n);
  });

  it('gives the same answer again for the same idempotency key', async () => {
    const { desk } = await returnedGroup();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await desk.finance.post(url(), { departureId: desk.departureId }, key);
    const again = await desk.finance.post(url(), { departureId: desk.departureId }, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
  });
});

describe('a settlement is refused', () => {
  it('before the trip has ended, also when nobody has prepared it', async () => {
    const desk = await openDesk(world);
    expect(await settle(desk)).toMatchObject({ status: 409, body: { code: 'finance/trip-not-ended' } });
  });

  it('while an order is not paid, naming it with what is open, or not complete for booking yet', async () => {
    const { desk, ours, theirs, payments } = await returnedGroup();
    await world.admin.query(`update booking.orders set state = 'travelling' where id = $1`, [theirs.id]);
    expect(await settle(desk)).toMatchObject({
      status: 409,
      body: {
        code: 'finance/orders-not-complete',
        title: `These orders are not complete yet; try again shortly: ${theirs.number}.`,
      },
    });
    await world.admin.query(`update booking.orders set state = 'completed' where id = $1`, [theirs.id]);
    const entry = `${world.url('finance')}/v1/entries/${payments[0].entryId}/reversal`;
    await done(desk.finance.post(entry, { reason: 'the cheque bounced' }));
    expect(await settle(desk)).toMatchObject({
      status: 409,
      body: {
        code: 'finance/orders-not-paid',
        title: `These orders are not fully paid: ${ours.number} (CNY 2,000.00).`,
      },
    });
    const { rowCount } = await world.admin.query(
      'select from finance.group_settlements where agency_id = $1',
      [desk.agency.id],
    );
    expect(rowCount).toBe(0);
  });

  it('for departures of other agencies, to those without the permission, and within less than the agency', async () => {
    const [desk, other] = await Promise.all([openDesk(world), openDesk(world)]);
    expect(await desk.finance.post(url(), { departureId: other.departureId })).toMatchObject({
      status: 422,
      body: { code: 'finance/no-such-departure' },
    });
    expect((await desk.finance.get(url(`/${other.departureId}`))).status).toBe(404);
    expect(await desk.sales.post(url(), { departureId: desk.departureId })).toMatchObject({ status: 403 });
    const branchOnly = await desk.agency.staff('branch-manager');
    await world.admin.query(
      `update identity.users set grants = '[{"permission":"finance.group-settlement.settle","reach":"branch"}]' where id = $1`,
      [branchOnly.userId],
    );
    expect(await branchOnly.post(url(), { departureId: desk.departureId })).toMatchObject({
      status: 403,
      body: { code: 'finance/whole-agency-only' },
    });
  });
});

describe('while another service is down', () => {
  it('says which one, and records nothing', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    await world.stop('itinerary');
    expect(await settle(desk)).toMatchObject({ status: 503, body: { code: 'itinerary/unavailable' } });
    await world.stop('booking');
    await expect(pay(world, desk, order, '1')).rejects.toThrow('booking/unavailable');
    expect(await charge(world, desk, '1')).toMatchObject({
      status: 503,
      body: { code: 'booking/unavailable' },
    });
    await world.start('booking');
    await world.start('itinerary');
    await eventually(() => pay(world, desk, order, '1'));
    const { rows } = await world.admin.query(
      'select received::text from finance.order_accounts where order_id = $1',
      [order.id],
    );
    expect(rows).toEqual([{ received: '1' }]);
  });
});
