import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct, later, schedule, tour } from '../fixtures/catalogue.ts';
import { openDesk, scheduleDeparture, type Desk, type OrderAnswer } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const url = (path = '') => `${world.url('booking')}/v1/orders${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const years = (ago: number, days = 0) =>
  Temporal.PlainDate.from(later(60)).subtract({ years: ago }).add({ days }).toString();

async function traveller(
  { sales, customerId }: Desk,
  birthDate: string,
  expiresOn?: string,
): Promise<string> {
  const path = `${world.url('crm')}/v1/customers/${customerId}/travellers`;
  const added = await sales.post<{ id: string }>(path, {
    ...{ name: `客人${Math.random()}`, birthDate, nationality: 'CN', relation: 'friend' },
  });
  expect(added.status).toBe(201);
  if (expiresOn !== undefined) {
    const number = `E${Math.floor(Math.random() * 1e8)
      .toString()
      .padStart(8, '0')}`;
    const passport = { kind: 'passport', number, issuingCountry: 'CHN', expiresOn };
    const entered = await sales.post(`${path}/${added.body.id}/documents`, passport);
    if (entered.status !== 201) throw new Error(JSON.stringify(entered.body));
  }
  return added.body.id;
}

async function placed(
  desk: Desk,
  travellers: { travellerId: string; category: string }[],
  change: object = {},
) {
  const counts = [...Map.groupBy(travellers, ({ category }) => category)].map(([category, list]) => ({
    ...{ category, count: list.length },
  }));
  const { status, body } = await desk.sales.post<OrderAnswer>(url(), {
    ...desk.order(),
    counts,
    travellers,
    ...change,
  });
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
}

const approve = (desk: Desk, { id, version }: OrderAnswer) =>
  desk.reviewer.post<OrderAnswer>(url(`/${id}/approval`), {}, at(version));

interface Checks {
  readonly violations: { readonly travellerId: string; readonly index: number; readonly rule: string }[];
}

const checks = async (desk: Desk, { id }: OrderAnswer) =>
  (await desk.sales.get<Checks>(url(`/${id}/traveller-checks`))).body.violations;

describe('the travellers of an order', () => {
  it('are checked against their category at departure when it is approved, and on demand', async () => {
    const desk = await openDesk(world);
    const [right, wrong] = [await traveller(desk, years(12)), await traveller(desk, years(12, 1))];
    const order = await placed(desk, [
      { travellerId: right, category: 'adult' },
      { travellerId: wrong, category: 'adult' },
    ]);
    const index = [right, wrong].toSorted().indexOf(wrong);
    expect(await checks(desk, order)).toMatchObject([{ travellerId: wrong, index, rule: 'too-young' }]);
    const refused = await approve(desk, order);
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'booking/travellers-do-not-fit',
        errors: [{ field: `/travellers/${index}`, rule: 'too-young' }],
      },
    });
    const detail = await desk.sales.get<{ state: string; travellers: { travellerId: string }[] }>(
      url(`/${order.id}`),
    );
    expect([detail.body.state, detail.body.travellers[index]?.travellerId]).toEqual(['in-review', wrong]);
    const { body: edited } = await desk.sales.put<OrderAnswer>(
      url(`/${order.id}`),
      { counts: [{ category: 'adult', count: 2 }], travellers: [{ travellerId: right, category: 'adult' }] },
      1,
    );
    expect(await checks(desk, order)).toEqual([]);
    expect((await approve(desk, edited)).status).toBe(200);
  });

  it('are checked against the departure their order is to move to', async () => {
    const desk = await openDesk(world);
    const travellerId = await traveller(desk, years(12));
    const order = await placed(desk, [{ travellerId, category: 'adult' }]);
    const departuresUrl = `${world.url('booking')}/v1/departures/${desk.departureId}/cancellation`;
    await world.admin.query(`update booking.orders set paid = 1 where id = $1`, [order.id]);
    await desk.manager.post(departuresUrl, { reason: '人数不足', cause: 'minimum-group' }, at(1));
    const choose = async (departsOn: string) => {
      const targetDepartureId = await scheduleDeparture(world, desk.manager, { departsOn });
      const { body: now } = await desk.sales.get<OrderAnswer>(url(`/${order.id}`));
      const consent = { by: 'telephone', on: later(0), text: '同意改到其他团期' };
      const choice = { choice: 'transfer', targetDepartureId, consent };
      return desk.sales.post(url(`/${order.id}/group-choices`), choice, at(now.version));
    };
    expect(await choose(later(59))).toMatchObject({
      status: 422,
      body: { code: 'booking/travellers-do-not-fit', errors: [{ rule: 'too-young' }] },
    });
    expect((await choose(later(60))).status).toBe(201);
  });

  it('need a document that is valid on the day of return abroad, and none at home', async () => {
    const desk = await openDesk(world);
    const thai = await addProduct(
      world,
      desk.manager,
      tour('曼谷', { destinationCountry: 'TH', destinationCity: '曼谷' }),
    );
    const departureId = await schedule(world, desk.manager, thai, later(60), '1000', {
      returnsOn: later(65),
    });
    const cases = [
      [await traveller(desk, years(30)), ['document-missing']],
      [await traveller(desk, years(30), later(64)), ['document-expires']],
      [await traveller(desk, years(30), later(65)), []],
    ] as const;
    for (const [travellerId, rules] of cases) {
      const travellers = [{ travellerId, category: 'adult' }];
      const abroad = await placed(desk, travellers, { departureId });
      expect((await checks(desk, abroad)).map(({ rule }) => rule)).toEqual(rules);
      expect((await approve(desk, abroad)).status).toBe(rules.length === 0 ? 200 : 422);
      expect(await checks(desk, await placed(desk, travellers))).toEqual([]);
    }
  });

  it('are told of with what is missing of their documents at home too, without a permission for documents', async () => {
    const desk = await openDesk(world);
    const none = await traveller(desk, years(30));
    const ending = await traveller(desk, years(30), later(59));
    const lasting = await traveller(desk, years(30), later(60));
    const order = await placed(
      desk,
      [none, ending, lasting].map((travellerId) => ({ travellerId, category: 'adult' })),
    );
    const reader = await desk.agency.staff('project-manager');
    const path = `${world.url('crm')}/v1/customers/${desk.customerId}/travellers/${none}/documents`;
    expect((await reader.get(path)).status).toBe(403);
    const { body } = await reader.get<{ violations: object[]; documentGaps: { travellerId: string }[] }>(
      url(`/${order.id}/traveller-checks`),
    );
    expect(body.violations).toEqual([]);
    expect(
      body.documentGaps.toSorted((one, other) => (one.travellerId < other.travellerId ? -1 : 1)),
    ).toEqual(
      [
        { travellerId: none, rule: 'document-missing' },
        { travellerId: ending, rule: 'document-expires' },
      ].toSorted((one, other) => (one.travellerId < other.travellerId ? -1 : 1)),
    );
    expect((await approve(desk, order)).status).toBe(200);
  });

  it('are checked by the rules the agency has for departures of that day', async () => {
    const desk = await openDesk(world);
    const planner = await desk.agency.staff('project-manager');
    const rules = `${world.url('booking')}/v1/traveller-rules`;
    const first = {
      ...{ validFrom: '2014-01-01', homeCountry: 'CN', infantsBelow: 2, childrenBelow: 12 },
      ...{ monthsBeyondReturn: 0, replacement: 'until-cut-off', version: 1 },
    };
    expect((await planner.get(rules)).body).toEqual({ ...first, earlier: [] });
    const { version: _one, ...strict } = { ...first, childrenBelow: 14, monthsBeyondReturn: 6 };
    const thai = await addProduct(
      world,
      desk.manager,
      tour('曼谷', { destinationCountry: 'TH', destinationCity: '曼谷' }),
    );
    const departureId = await schedule(world, desk.manager, thai, later(60), '1000', {
      returnsOn: later(65),
    });
    const thirteen = await traveller(desk, years(13), later(100));
    const order = await placed(desk, [{ travellerId: thirteen, category: 'adult' }], { departureId });
    const broken = async () => (await checks(desk, order)).map(({ rule }) => rule).toSorted();
    expect((await planner.put(rules, { ...strict, validFrom: later(61) }, 1)).status).toBe(200);
    expect(await broken()).toEqual([]);
    expect((await planner.put(rules, { ...strict, validFrom: later(60) }, 2)).status).toBe(200);
    expect(await broken()).toEqual(['document-expires', 'too-young']);
    expect(await planner.get(rules)).toMatchObject({
      body: { version: 3, childrenBelow: 14, earlier: [{ version: 2 }, { version: 1 }] },
    });
    expect((await planner.put(rules, strict, 1)).status).toBe(412);
  });

  it('leave no birth date and no document in booking, and the answer names none', async () => {
    const desk = await openDesk(world);
    const travellerId = await traveller(desk, '2024-03-17');
    const order = await placed(desk, [{ travellerId, category: 'adult' }]);
    const answers = JSON.stringify([await approve(desk, order), await checks(desk, order)]);
    expect(answers).not.toContain('2024-03-17');
    const { rows } = await world.admin.query<{ told: string }>(
      `select coalesce(string_agg(to_jsonb(r)::text, ''), '') as told from booking.audit_records r where agency_id = $1`,
      [desk.agency.id],
    );
    expect(rows[0]?.told).not.toContain('2024-03-17');
  });

  it('hold up an approval while crm is down; an order that names nobody is approved', async () => {
    const desk = await openDesk(world);
    const named = await placed(desk, [{ travellerId: await traveller(desk, years(30)), category: 'adult' }]);
    const { body: nameless } = await desk.sales.post<OrderAnswer>(url(), desk.order(1));
    await world.stop('crm');
    try {
      expect(await approve(desk, named)).toMatchObject({ status: 503, body: { code: 'crm/unavailable' } });
      expect((await desk.sales.get(url(`/${named.id}/traveller-checks`))).status).toBe(503);
      expect((await approve(desk, nameless)).status).toBe(200);
    } finally {
      await world.start('crm');
    }
    await eventually(async () => expect((await approve(desk, named)).status).toBe(200));
  });

  it('must all be named before the approval where the agency has it so', async () => {
    const desk = await openDesk(world);
    const one = { travellerId: await traveller(desk, years(30)), category: 'adult' };
    const partly = await placed(desk, [one], { counts: [{ category: 'adult', count: 3 }] });
    const whole = await placed(desk, [one], { counts: [{ category: 'adult', count: 1 }], singleRooms: 0 });
    const rules = `${world.url('booking')}/v1/rules`;
    const { version: _read, ...before } = (await desk.manager.get(rules)).body as { version: number };
    const set = await desk.manager.put(rules, { ...before, travellersForApproval: 'named' }, 1);
    expect(set.status).toBe(200);
    expect(await approve(desk, partly)).toMatchObject({
      status: 422,
      body: {
        code: 'booking/travellers-not-named',
        errors: [
          { field: '/travellers', rule: 'all-named', message: expect.stringContaining('2') as unknown },
        ],
      },
    });
    expect((await approve(desk, whole)).status).toBe(200);
    await desk.manager.put(rules, { ...before, travellersForApproval: 'open' }, 2);
    expect((await approve(desk, partly)).status).toBe(200);
  });

  it('are nobody’s to check beyond their reach', async () => {
    const [desk, other] = [await openDesk(world), await openDesk(world)];
    const order = await placed(desk, [{ travellerId: await traveller(desk, years(30)), category: 'adult' }]);
    expect((await other.sales.get(url(`/${order.id}/traveller-checks`))).status).toBe(404);
    const franchise = await desk.agency.staff('sales', await desk.agency.openBranch('franchise'));
    expect((await franchise.get(url(`/${order.id}/traveller-checks`))).status).toBe(404);
  });
});
