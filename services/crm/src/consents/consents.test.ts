import { eventually, registerCustomer, startWorld, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

interface Consent {
  readonly channel: string;
  readonly given: boolean;
}
interface Answer {
  readonly standing: readonly Consent[];
  readonly consents: readonly Consent[];
  readonly next: string | null;
}

const url = (path: string) => `${world.url('crm')}/v1/${path}`;
const of = (customerId: string) => url(`customers/${customerId}/consents`);
const email = { purpose: 'marketing', channel: 'email', given: true, textVersion: '2026-1' };
const withdrawn = { purpose: 'marketing', channel: 'email', given: false };

async function customerOf(staff: Staff): Promise<string> {
  const { body } = await staff.post<{ id: string }>(url('customers'), {
    ...{ kind: 'person', name: { zh: '张晓明' } },
  });
  return body.id;
}

describe('the consent of a customer', () => {
  it('is kept saying by saying, with moment and version of the text; what was said last holds', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const customerId = await customerOf(sales);
    expect((await sales.get<Answer>(of(customerId))).body).toEqual({
      standing: [],
      consents: [],
      next: null,
    });
    const given = await sales.post<{ id: string }>(of(customerId), {
      ...email,
      saidAt: '2026-01-05T02:00:00Z',
    });
    expect(given).toMatchObject({
      status: 201,
      body: { ...email, customerId, toldBy: 'staff', recordedBy: sales.userId },
    });
    await sales.post(of(customerId), { ...email, channel: 'sms' });
    expect((await sales.post(of(customerId), withdrawn)).status).toBe(201);
    // Somebody finds an older form: what was said later still holds.
    const older = { ...email, saidAt: '2025-01-05T02:00:00Z' };
    const { body: form } = await sales.post<{ id: string }>(of(customerId), older);
    const { body } = await sales.get<Answer>(of(customerId));
    expect(body.standing).toMatchObject([
      { channel: 'email', given: false, textVersion: null },
      { channel: 'sms', given: true },
    ]);
    expect(body.consents.map(({ given: was }) => was)).toEqual([true, false, true, true]);
    const first = await sales.get<Answer>(`${of(customerId)}?limit=3`);
    const rest = await sales.get<Answer>(`${of(customerId)}?limit=3&after=${first.body.next}`);
    expect([...first.body.consents, ...rest.body.consents]).toEqual(body.consents);
    await eventually(async () => {
      const { rows } = await world.admin.query<{ envelope: string }>(
        `select envelope from crm.outbox where aggregate_id = $1 and published_at is not null`,
        [given.body.id],
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]?.envelope).toContain('crm.consent.recorded.v1');
    });
    const { rows } = await world.admin.query<{ data: object }>(
      `select envelope::jsonb->'data' as data from crm.outbox where aggregate_id = $1`,
      [form.id],
    );
    expect(rows).toMatchObject([{ data: older }]);
    await expect(world.admin.query('set role yitu_crm; delete from crm.consents')).rejects.toThrow(/denied/);
  });

  it('is theirs to give and to withdraw', async () => {
    const agency = await world.foundAgency();
    const customer = await registerCustomer(world, agency);
    expect(await customer.post(url('own-consents'), email)).toMatchObject({
      ...{ status: 201, body: { toldBy: 'customer', customerId: customer.customerId } },
    });
    await customer.post(url('own-consents'), withdrawn);
    const backdated = { ...email, saidAt: '2025-01-05T02:00:00Z' };
    expect(await customer.post(url('own-consents'), backdated)).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: '/body/saidAt', rule: 'additionalProperties' }] } },
    });
    expect(await customer.post(url('own-consents'), { ...withdrawn, textVersion: '2026-1' })).toMatchObject({
      ...{ status: 422, body: { errors: [{ field: '/body/textVersion', rule: 'absent' }] } },
    });
    const { body } = await customer.get<Answer>(url('own-consents'));
    expect(body.standing).toMatchObject([{ channel: 'email', given: false }]);
    const manager = await agency.staff('branch-manager');
    expect((await manager.get<Answer>(of(customer.customerId))).body).toEqual(body);
  });

  it.each([
    [{ ...email, textVersion: undefined }, 422, '/body/textVersion', 'required'],
    [{ ...email, saidAt: '2999-01-01T00:00:00Z' }, 422, '/body/saidAt', 'past'],
    [{ ...email, channel: 'pigeon' }, 400, '/body/channel', 'enum'],
    [{ ...email, colour: 'red' }, 400, '/body/colour', 'additionalProperties'],
  ])('is not recorded as %j', async (body, status, field, rule) => {
    const sales = await (await world.foundAgency()).staff('sales');
    const customerId = await customerOf(sales);
    const answer = await sales.post(of(customerId), body);
    expect(answer).toMatchObject({ status, body: { errors: [{ field, rule }] } });
    expect((await sales.get<Answer>(of(customerId))).body.consents).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const customerId = await customerOf(sales);
    const franchise = await agency.staff('sales', await agency.openBranch('franchise'));
    const stranger = await (await world.foundAgency()).staff('sales');
    for (const other of [franchise, stranger]) {
      expect((await other.get(of(customerId))).status).toBe(404);
      expect((await other.post(of(customerId), email)).status).toBe(404);
    }
    const guide = await agency.staff('guide');
    expect((await guide.post(of(customerId), email)).status).toBe(403);
    expect(await sales.post(url('own-consents'), email)).toMatchObject({ status: 403 });
  });
});
