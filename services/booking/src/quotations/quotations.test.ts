import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../fixtures/catalogue.ts';
import { nights, openQuotingDesk, type QuotationAnswer } from '../fixtures/quoting.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const percent = (value: string) => ({ kind: 'percent', value });
const name = { zh: '老客户优惠', en: 'For regulars' };

describe('a quotation', () => {
  it('has the departure’s prices and free lines, and says what each step takes off', async () => {
    const { quote } = await openQuotingDesk(world);
    const { status, body } = await quote({
      counts: [{ category: 'adult', count: 2, discount: percent('1000') }],
      discounts: [{ kind: 'fixed', value: '10000', name }],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ state: 'draft', revision: 1, version: 1, total: { amount: '230000', currency: 'CNY' } },
      content: {
        subtotal: '260000',
        steps: [
          { kind: 'line-discount', index: 0, before: '200000', reduction: '20000', after: '180000' },
          { kind: 'discount', index: 0, before: '240000', reduction: '10000', after: '230000' },
        ],
        lines: [
          { kind: 'departure', text: { zh: '成人' }, net: '172500' },
          { kind: 'hotel', net: '57500' },
        ],
      },
    });
    expect(body.number).toMatch(/^BJ-HQ-\d{4}-000001$/);
  });

  it('is readable in every revision, the earlier ones as they were', async () => {
    const { quote, sales, draft } = await openQuotingDesk(world);
    const { body } = await quote();
    const { customerId: _customer, ...changed } = draft({ lines: [nights('99900')] }) as Record<
      string,
      unknown
    >;
    const revised = await sales.put<QuotationAnswer>(booking(`quotations/${body.id}`), changed, 1);
    expect(revised).toMatchObject({
      status: 200,
      body: { revision: 2, version: 2, content: { total: '399800' } },
    });
    const first = await sales.get(booking(`quotations/${body.id}/revisions/1`));
    expect(first).toMatchObject({ status: 200, body: { ...body.content } });
    expect(await sales.put(booking(`quotations/${body.id}`), changed, 1)).toMatchObject({ status: 412 });
    expect(await sales.get(booking(`quotations/${body.id}/revisions/3`))).toMatchObject({ status: 404 });
  });

  it('is changed by nobody in the database once it is written', async () => {
    const { quote, agency } = await openQuotingDesk(world);
    await quote();
    const { rows } = await world.admin.query(
      `select has_table_privilege('yitu_booking', 'booking.quotation_revisions', 'update') as update,
         has_table_privilege('yitu_booking', 'booking.quotation_revisions', 'delete') as delete,
         (select count(*)::integer from booking.quotation_revisions where agency_id = $1) as revisions`,
      [agency.id],
    );
    expect(rows).toEqual([{ update: false, delete: false, revisions: 1 }]);
  });

  it('goes from draft to sent to an answer, and is frozen with the customer’s yes', async () => {
    const { quote, step, sales, draft } = await openQuotingDesk(world);
    const { body } = await quote();
    expect(await step(body, 'acceptance')).toMatchObject({
      status: 409,
      body: { code: 'booking/quotation-state' },
    });
    const sent = await step(body, 'sending');
    expect(sent).toMatchObject({ status: 200, body: { state: 'sent', version: 2 } });
    const accepted = await step(sent.body, 'acceptance');
    expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted' } });
    const { customerId: _customer, ...again } = draft() as Record<string, unknown>;
    const revised = await sales.put(booking(`quotations/${body.id}`), again, accepted.body.version);
    expect(revised).toMatchObject({ status: 409, body: { code: 'booking/quotation-state' } });
    expect(await step(accepted.body, 'declination', sales, { reason: '太贵' })).toMatchObject({
      status: 409,
    });
  });

  it('can be revised after a no', async () => {
    const { quote, step, sales, draft } = await openQuotingDesk(world);
    const sent = await step((await quote()).body, 'sending');
    const declined = await step(sent.body, 'declination', sales, { reason: '太贵' });
    expect(declined).toMatchObject({ status: 200, body: { state: 'declined', declineReason: '太贵' } });
    const { customerId: _customer, ...again } = draft({ lines: [] }) as Record<string, unknown>;
    const revised = await sales.put(booking(`quotations/${sent.body.id}`), again, declined.body.version);
    expect(revised).toMatchObject({
      status: 200,
      body: { state: 'draft', revision: 2, declineReason: null },
    });
  });

  it('is told of without what it costs and without what people wrote', async () => {
    const { accepted, agency } = await openQuotingDesk(world);
    await accepted({ lines: [nights('30000', { unitCost: '12321' })], note: '王小明的蜜月' });
    const { rows } = await world.admin.query<{ subject: string; envelope: string }>(
      `select subject, envelope::text from booking.outbox where agency_id = $1 and subject like '%quotation.%' order by id`,
      [agency.id],
    );
    expect(rows.map(({ subject }) => subject.split('.').slice(2, 5).join('.'))).toEqual(
      expect.arrayContaining([
        'booking.quotation.drafted',
        'booking.quotation.sent',
        'booking.quotation.accepted',
      ]),
    );
    expect(rows.map(({ envelope }) => envelope).join()).not.toMatch(/12321|24642|王小明/);
    const audit = await world.admin.query<{ text: string }>(
      'select after::text as text from booking.audit_records where agency_id = $1',
      [agency.id],
    );
    expect(audit.rows.map(({ text }) => text).join()).not.toMatch(/12321|24642|王小明/);
  });
});

describe('400 and 422', () => {
  it.each([
    [{ counts: [], lines: [] }, '/body/lines', 'any'],
    [{ validUntil: later(-2) }, '/body/validUntil', 'not-past'],
    [{ validUntil: later(400) }, '/body/validUntil', 'within-a-year'],
    [{ departureId: undefined }, '/body/counts', 'departure'],
    [{ currency: 'USD' }, '/body/currency', 'departure'],
    [{ discounts: [{ kind: 'percent', value: '10001', name }] }, '/body/discounts/0/value', 'share'],
    [{ shownIn: { currency: 'USD', rate: '0.1387' } }, '/body/shownIn/source', 'with-rate'],
    [{ shownIn: { currency: 'CNY', rate: '1.0', source: '-' } }, '/body/shownIn/currency', 'currency'],
    [{ shownIn: { currency: 'USD', rate: '0.0', source: '-' } }, '/body/shownIn/rate', 'above-zero'],
    [{ coupons: ['NO-SUCH-CODE'] }, '/body/coupons/0', 'exists'],
    [{ colour: 'red' }, '/body/colour', 'additionalProperties'],
  ])('for %j name field and rule', async (changes, field, rule) => {
    const { quote } = await openQuotingDesk(world);
    const { status, body } = await quote(changes);
    expect([400, 422]).toContain(status);
    expect(body.errors).toContainEqual(expect.objectContaining({ field, rule }));
  });

  it('has no rate to show amounts at', async () => {
    const { quote } = await openQuotingDesk(world);
    const answer = await quote({ shownIn: { currency: 'USD' } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'booking/no-exchange-rate' } });
  });
});

describe('who may', () => {
  it('sees nothing of another agency, of another branch, and without the permission', async () => {
    const { quote, agency } = await openQuotingDesk(world);
    const { body } = await quote();
    const url = booking(`quotations/${body.id}`);
    const stranger = await (await world.foundAgency()).staff('sales');
    expect(await stranger.get(url)).toMatchObject({ status: 404 });
    const franchise = await agency.staff('sales', await agency.openBranch('franchise'));
    expect(await franchise.get(url)).toMatchObject({ status: 404 });
    const guide = await agency.staff('guide');
    expect(await guide.get(url)).toMatchObject({ status: 403 });
  });
});

describe('amounts in another currency', () => {
  it('are at the rate of the agency’s table of that day, which stays', async () => {
    const { quote, manager, sales } = await openQuotingDesk(world);
    const set = (rate: string, validFrom: string) =>
      manager.post(booking('exchange-rates'), {
        ...{ fromCurrency: 'CNY', toCurrency: 'USD', rate, validFrom, source: '中国银行' },
      });
    expect(await set('0.1387', later(0))).toMatchObject({ status: 201 });
    expect(await set('0.1', later(0))).toMatchObject({
      status: 409,
      body: { code: 'booking/exchange-rate-exists' },
    });
    await set('0.9', later(5));
    const { body } = await quote({ shownIn: { currency: 'USD' } });
    expect(body.content.shown).toMatchObject({
      ...{ currency: 'USD', rate: '0.1387', rateOn: later(0), source: '中国银行', total: '36062' },
    });
    const lines = body.content.shown?.lines.map(BigInt) ?? [];
    expect(lines.reduce((sum, amount) => sum + amount, 0n)).toBe(36_062n);
    const rates = await sales.get<{ exchangeRates: object[] }>(booking('exchange-rates'));
    expect(rates.body.exchangeRates).toHaveLength(2);
  });

  it('may be at a rate by hand with its source', async () => {
    const { quote } = await openQuotingDesk(world);
    const shownIn = { currency: 'JPY', rate: '20.5', source: '客户与我社商定' };
    const { body } = await quote({ shownIn });
    expect(body.content.shown).toMatchObject({ ...shownIn, rateOn: later(0), total: '53300' });
  });
});
