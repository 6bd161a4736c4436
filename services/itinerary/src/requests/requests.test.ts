import { newId } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, openDesk, publishedOf, staffOf } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'itinerary'] });
});
afterAll(() => world.close());

const requests = (id = '') => `${world.url('itinerary')}/v1/requests${id && `/${id}`}`;
const wish = (customerId: string) => ({
  customerId,
  purpose: '带父母看海',
  preferences: '安静,少走路\n住宿要有电梯',
  specialNeeds: '母亲花生过敏',
  budget: { amount: '2000000', currency: 'CNY' },
});

describe('taking a request', () => {
  it('keeps what the customer wants, but tells no word of it in event and audit record', async () => {
    const { sales, customerId } = await openDesk(world);
    const taken = await sales.post<{ id: string }>(requests(), wish(customerId));
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({ ...wish(customerId), authorId: sales.userId, version: 1 });
    expect(taken.headers.get('etag')).toBe('"1"');
    const read = await sales.get<object>(requests(taken.body.id));
    expect(read).toMatchObject({ status: 200, body: wish(customerId) });
    await eventually(async () => expect(await publishedOf(world, taken.body.id)).toEqual(['request.taken']));
    const { rows } = await world.admin.query<{ envelope: string }>(
      'select envelope from itinerary.outbox where aggregate_id = $1',
      [taken.body.id],
    );
    expect(rows[0]?.envelope).not.toMatch(/花生|父母/);
    const audited = await world.admin.query(
      'select after from itinerary.audit_records where object_id = $1',
      [taken.body.id],
    );
    expect(JSON.stringify(audited.rows)).toContain('"specialNeeds":"***"');
    expect(JSON.stringify(audited.rows)).not.toMatch(/花生|父母/);
  });

  it('needs no budget and no preferences', async () => {
    const { sales, customerId } = await openDesk(world);
    const { status, body } = await sales.post(requests(), { customerId, purpose: '度假' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ budget: null, preferences: '', specialNeeds: '' });
  });

  it('gives the same request again for the same idempotency key', async () => {
    const { sales, customerId } = await openDesk(world);
    const key = { 'idempotency-key': newId() };
    const first = await sales.post(requests(), wish(customerId), key);
    expect(await sales.post(requests(), wish(customerId), key)).toMatchObject({
      status: 201,
      body: first.body,
    });
    const { body } = await sales.get<{ requests: unknown[] }>(requests());
    expect(body.requests).toHaveLength(1);
  });

  it('names field and rule of everything that is wrong, and takes nothing', async () => {
    const { sales, customerId } = await openDesk(world);
    for (const [change, field, rule] of [
      [{ colour: 'red' }, '/body/colour', 'additionalProperties'],
      [{ purpose: undefined }, '/body/purpose', 'required'],
      [{ purpose: '  ' }, '/body/purpose', 'pattern'],
      [{ preferences: '长'.repeat(2_001) }, '/body/preferences', 'maxLength'],
      [{ budget: { amount: '-1', currency: 'CNY' } }, '/body/budget/amount', 'pattern'],
      [{ customerId: 'x' }, '/body/customerId', 'format'],
    ] as const) {
      const body = { ...wish(customerId), ...change };
      const refused = await sales.post<{ errors: object[] }>(requests(), body);
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ field, rule })]));
    }
    expect((await sales.get<{ requests: unknown[] }>(requests())).body.requests).toEqual([]);
  });

  it('knows no customer of another agency', async () => {
    const [ours, theirs] = await Promise.all([openDesk(world), openDesk(world)]);
    const { status, body } = await ours.sales.post(requests(), wish(theirs.customerId));
    expect([status, body['code']]).toEqual([422, 'itinerary/no-such-customer']);
  });

  it('is for those who take requests', async () => {
    const { operator, customerId } = await openDesk(world);
    expect(await operator.post(requests(), wish(customerId))).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    expect((await anonymous.post(requests(), wish(customerId))).status).toBe(401);
  });
});

describe('reading requests', () => {
  it('shows those of the own branch only, newest first, in pages', async () => {
    const { sales, customerId, agency } = await openDesk(world);
    const ids: string[] = [];
    for (const purpose of ['一', '二', '三']) {
      const { body } = await sales.post<{ id: string }>(requests(), { customerId, purpose });
      ids.unshift(body.id);
    }
    const first = await sales.get<{ requests: { id: string }[]; next: string }>(`${requests()}?limit=2`);
    const second = await sales.get<{ requests: { id: string }[]; next: null }>(
      `${requests()}?limit=2&after=${first.body.next}&customerId=${customerId}`,
    );
    expect([...first.body.requests, ...second.body.requests].map(({ id }) => id)).toEqual(ids);
    expect(second.body.next).toBeNull();

    const elsewhere = await staffOf(agency, 'sales', await agency.openBranch('franchise'));
    expect((await elsewhere.get<{ requests: unknown[] }>(requests())).body.requests).toEqual([]);
    expect((await elsewhere.get(requests(ids[0]))).status).toBe(404);
    const stranger = await openDesk(world);
    expect((await stranger.sales.get(requests(ids[0]))).status).toBe(404);
  });
});

describe('when crm is down', () => {
  it('says so, and takes no request', async () => {
    const { sales, customerId } = await openDesk(world);
    await world.stop('crm');
    const { status, body } = await sales.post(requests(), wish(customerId));
    expect([status, body['code']]).toEqual([503, 'crm/unavailable']);
    expect((await sales.get<{ requests: unknown[] }>(requests())).body.requests).toEqual([]);
  });
});
