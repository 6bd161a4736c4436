import { fixedClock } from '@yitu/kernel';
import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nights, openQuotingDesk } from '../fixtures/quoting.ts';
import { averageOf } from './supplier.ts';

const clock = fixedClock(Temporal.Now.instant().toString());
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'], clock });
});
afterAll(() => world.close());

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const hotel = (changes: object = {}) => ({
  ...{ kind: 'hotel', name: { zh: '漓江大瀑布饭店', en: 'Lijiang Waterfall Hotel' } },
  ...{ country: 'CN', city: '桂林', ...changes },
});
const rate = (validFrom: string, validTo: string, amount: string, changes: object = {}) => ({
  ...{ service: '双床房', unit: 'room-night', currency: 'CNY', validFrom, validTo, amount, ...changes },
});

interface Supplier {
  readonly id: string;
  readonly version: number;
  readonly code?: string;
}

async function withHotel(changes: object = {}) {
  const desk = await openQuotingDesk(world);
  const buyer = await desk.agency.staff('operator');
  const { body } = await buyer.post<Supplier>(booking('suppliers'), hotel(changes));
  const path = (rest = '') => booking(`suppliers/${body.id}${rest}`);
  const setRate = (...given: Parameters<typeof rate>) => buyer.post<Supplier>(path('/rates'), rate(...given));
  const quoteAt = (on: string, more: object = {}) =>
    desk.quote({
      lines: [nights('30000', { netRate: { supplierId: body.id, service: '双床房', on }, ...more })],
    });
  return { ...desk, buyer, supplier: body, path, setRate, quoteAt };
}

describe('a supplier', () => {
  it('is entered and changed by those who buy, and found by kind and city', async () => {
    const { buyer, sales, supplier, path } = await withHotel();
    expect(supplier).toMatchObject({ state: 'active', rating: null, ratings: 0, version: 1 });
    expect(await sales.post(booking('suppliers'), hotel())).toMatchObject({ status: 403 });
    const changed = await buyer.put<Supplier>(
      path(),
      hotel({ city: '阳朔', contractUntil: '2027-12-31' }),
      1,
    );
    expect(changed).toMatchObject({
      status: 200,
      body: { city: '阳朔', contractUntil: '2027-12-31', version: 2 },
    });
    expect(await buyer.put(path(), hotel(), 1)).toMatchObject({ status: 412 });
    const found = (query: string) => sales.get<{ suppliers: object[] }>(booking(`suppliers?${query}`));
    expect((await found(`kind=hotel&city=${encodeURIComponent('阳朔')}`)).body.suppliers).toHaveLength(1);
    expect((await found('kind=visa-service')).body.suppliers).toHaveLength(0);
    for (const [name, kind, count] of [
      ...([
        ['瀑布', 'hotel', 1],
        ['waterFALL hotel', 'hotel', 1],
      ] as const),
      ...([
        ['瀑布', 'guide', 0],
        ['%', 'hotel', 0],
      ] as const),
    ]) {
      const asked = new URLSearchParams({ name, kind }).toString();
      expect([name, kind, (await found(asked)).body.suppliers.length]).toEqual([name, kind, count]);
    }
    const stranger = await (await world.foundAgency()).staff('operator');
    expect(await stranger.get(path())).toMatchObject({ status: 404 });
  });

  it('is blocked with a reason: nothing new is quoted by its rates', async () => {
    const { buyer, path, setRate, quoteAt } = await withHotel();
    await setRate('2027-01-01', '2027-12-31', '20000');
    const blocked = await buyer.post<Supplier>(
      path('/blocking'),
      { reason: '卫生不合格' },
      { 'if-match': '"2"' },
    );
    expect(blocked).toMatchObject({ status: 200, body: { state: 'blocked', blockReason: '卫生不合格' } });
    expect(await quoteAt('2027-03-01')).toMatchObject({
      status: 409,
      body: { code: 'booking/supplier-blocked' },
    });
    const again = { 'if-match': '"3"' };
    expect(await buyer.post(path('/blocking'), { reason: '再次停用' }, again)).toMatchObject({ status: 409 });
    expect(await buyer.post(path('/unblocking'), {}, again)).toMatchObject({
      status: 200,
      body: { state: 'active' },
    });
    expect(await quoteAt('2027-03-01')).toMatchObject({ status: 201 });
  });
});

describe('a contract with a supplier', () => {
  it('that is over has no net rates any more, though they were set for longer', async () => {
    const { buyer, path, setRate, quoteAt } = await withHotel({ contractUntil: '2027-03-31' });
    await setRate('2027-01-01', '2027-12-31', '20000');
    expect((await quoteAt('2027-03-31')).status).toBe(201);
    expect(await quoteAt('2027-04-01')).toMatchObject({
      ...{ status: 409, body: { code: 'booking/supplier-contract-over' } },
    });
    expect((await buyer.put(path(), hotel({ contractUntil: '2028-03-31' }), 2)).status).toBe(200);
    expect((await quoteAt('2027-04-01')).status).toBe(201);
  });
});

describe('the people at a supplier', () => {
  const contacts = [
    { name: '李经理', duty: '团队预订', phone: '+8613812345678', email: 'li.jing@hotel.example' },
  ];

  it('are masked for all but those who talk to them, whose look is recorded', async () => {
    const { buyer, sales, supplier, path, agency } = await withHotel();
    expect(await buyer.put(path('/contacts'), { contacts }, 1)).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await sales.get(path())).toMatchObject({
      body: {
        contacts: [{ name: '李**', duty: '团队预订', phone: '**********5678', email: 'l***@hotel.example' }],
      },
    });
    expect(await sales.get(path('/contacts'))).toMatchObject({ status: 403 });
    expect(await buyer.get(path('/contacts'))).toMatchObject({ status: 200, body: { contacts } });
    const { rows } = await world.admin.query(
      `select object_id, change from booking.audit_records where agency_id = $1 and change in ('read', 'refused') order by change`,
      [agency.id],
    );
    expect(rows).toEqual([
      { object_id: supplier.id, change: 'read' },
      { object_id: 'booking.supplier-contact.read', change: 'refused' },
    ]);
  });

  it('stand in no event and no audit record', async () => {
    const { buyer, path, agency } = await withHotel();
    await buyer.put(path('/contacts'), { contacts }, 1);
    await buyer.put(path('/contacts'), { contacts: [] }, 2);
    const { rows } = await world.admin.query<{ text: string }>(
      `select envelope::text as text from booking.outbox where agency_id = $1
       union all select concat(before::text, after::text) from booking.audit_records where agency_id = $1`,
      [agency.id],
    );
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/李经理|13812345678|li\.jing/);
  });

  it.each([
    [{ phone: 'call me' }, '/body/contacts/0/phone', 'phone'],
    [{}, '/body/contacts/0', 'reachable'],
  ])('with %j are refused', async (reach, field, rule) => {
    const { buyer, path } = await withHotel();
    const answer = await buyer.put<{ errors: object[] }>(
      path('/contacts'),
      { contacts: [{ name: '李', ...reach }] },
      1,
    );
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field, rule }] } });
  });
});

describe('a net rate', () => {
  it('is the cost of a line on its day, first and last included', async () => {
    const { setRate, quoteAt, reviewer } = await withHotel();
    await setRate('2027-01-01', '2027-04-30', '20000');
    await setRate('2027-05-01', '2027-05-05', '35000', { minimumUnits: 2 });
    const costOn = async (on: string) => {
      const { body } = await quoteAt(on);
      const seen = await reviewer.get<typeof body>(booking(`quotations/${body.id}`));
      return seen.body.content.lines[1]?.unitCost;
    };
    expect(await costOn('2027-01-01')).toBe('20000');
    expect(await costOn('2027-04-30')).toBe('20000');
    expect(await costOn('2027-05-05')).toBe('35000');
    expect(await quoteAt('2027-05-06')).toMatchObject({ status: 422, body: { code: 'booking/no-net-rate' } });
    const short = await quoteAt('2027-05-01', { count: 1 });
    expect(short.body.errors).toMatchObject([{ field: '/body/lines/0/netRate', rule: 'minimum-units' }]);
    const both = await quoteAt('2027-05-01', { unitCost: '1' });
    expect(both.body.errors).toMatchObject([{ field: '/body/lines/0/unitCost', rule: 'one-cost' }]);
  });

  it('is the only one of its service on a day, also when two are set at once', async () => {
    const { setRate, buyer, path, sales } = await withHotel();
    const set = await Promise.all([1, 2, 3, 4].map(() => setRate('2027-01-01', '2027-01-31', '1')));
    const statuses = set.map(({ status }) => status).toSorted((left, right) => left - right);
    expect(statuses).toEqual([201, 409, 409, 409]);
    expect(await setRate('2027-01-31', '2027-02-28', '1')).toMatchObject({
      ...{ status: 409, body: { code: 'booking/rates-overlap' } },
    });
    expect(await setRate('2027-02-01', '2027-02-28', '1')).toMatchObject({ status: 201 });
    expect(await setRate('2027-01-31', '2027-01-31', '1', { service: '单人房' })).toMatchObject({
      status: 201,
    });
    expect(await setRate('2027-03-02', '2027-03-01', '1')).toMatchObject({
      ...{ status: 422, body: { code: 'booking/rate-dates-reversed' } },
    });
    expect(await sales.get(path('/rates'))).toMatchObject({ status: 403 });
    const found = await buyer.get<{ rates: object[] }>(path('/rates?on=2027-01-31'));
    expect(found.body.rates).toHaveLength(2);
  });

  it('is ended, and its days are free for another', async () => {
    const { setRate, buyer, path } = await withHotel();
    const { body } = await setRate('2027-01-01', '2027-01-31', '1');
    expect(await buyer.ask(path(`/rates/${body.id}`), { method: 'DELETE' })).toMatchObject({ status: 200 });
    expect(await setRate('2027-01-01', '2027-01-31', '2')).toMatchObject({ status: 201 });
  });

  it('in another currency costs no line', async () => {
    const { setRate, quoteAt } = await withHotel();
    await setRate('2027-01-01', '2027-01-31', '1', { currency: 'USD' });
    expect((await quoteAt('2027-01-01')).body.errors).toMatchObject([{ rule: 'currency' }]);
  });
});

describe('a rating', () => {
  it('is given once a trip by each, after it, with the reason; the average is of all', async () => {
    const { agency, path, departureId } = await withHotel();
    const guide = await agency.staff('guide');
    const rating = (score: number) => ({ departureId, score, reason: '房间干净，早餐丰富' });
    expect(await guide.post(path('/ratings'), rating(5))).toMatchObject({
      ...{ status: 409, body: { code: 'booking/not-travelled-yet' } },
    });
    clock.advance({ hours: 24 * 60 });
    const [one, two] = await Promise.all([agency.staff('guide'), agency.staff('operator')]);
    expect(await one.post(path('/ratings'), rating(5))).toMatchObject({
      status: 201,
      body: { rating: '5.00' },
    });
    expect(await two.post(path('/ratings'), rating(4))).toMatchObject({
      status: 201,
      body: { rating: '4.50', ratings: 2 },
    });
    expect(await one.post(path('/ratings'), rating(1))).toMatchObject({
      ...{ status: 409, body: { code: 'booking/rated-already' } },
    });
    expect(await one.post(path('/ratings'), { ...rating(6) })).toMatchObject({ status: 400 });
    const found = await two.get<{ ratings: object[] }>(path('/ratings'));
    expect(found.body.ratings).toMatchObject([{ score: 4 }, { score: 5 }]);
  });

  it.each([
    [0, 0, null],
    [5, 1, '5.00'],
    [14, 3, '4.67'],
    [13, 3, '4.33'],
    [9, 8, '1.13'],
  ])('average of sum %s over %s is %s', (sum, count, average) => {
    expect(averageOf(sum, count)).toBe(average);
  });
});
