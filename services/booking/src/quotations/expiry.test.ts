import { fixedClock } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openQuotingDesk, type QuotationAnswer } from '../fixtures/quoting.ts';

const clock = fixedClock(Temporal.Now.instant().toString());
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'], clock });
});
afterAll(() => world.close());

const booking = (path: string) => `${world.url('booking')}/v1/${path}`;
const inDays = (days: number) =>
  clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString();

describe('a quotation whose last day is over', () => {
  it('expires by itself, sent or accepted, and gives its coupon back; a draft is only not sent any more', async () => {
    const desk = await openQuotingDesk(world);
    const code = `X-${crypto.randomUUID()}`.slice(0, 20);
    await desk.manager.post(booking('coupon-campaigns'), {
      ...{ name: { zh: '秋', en: 'Autumn' }, kind: 'fixed', value: '100', currency: 'CNY', totalLimit: 9 },
      ...{ validFrom: inDays(0), validTo: inDays(9), codes: [code] },
    });
    const valid = { validUntil: inDays(0) };
    const accepted = await desk.accepted({ ...valid, coupons: [code] });
    const sent = (await desk.step((await desk.quote(valid)).body, 'sending')).body;
    const { body: draft } = await desk.quote(valid);
    const longer = await desk.accepted({ validUntil: inDays(5) });
    clock.advance({ hours: 24 });
    const renewed = await Promise.all(
      [desk.sales, desk.manager].map((one) => one.get(booking('quotations'))),
    );
    expect(renewed.map(({ status }) => status)).toEqual([200, 200]);
    await eventually(async () => {
      const states = await Promise.all(
        [accepted, sent].map(async ({ id }) => {
          const { body } = await desk.sales.get<QuotationAnswer>(booking(`quotations/${id}`));
          return body.state;
        }),
      );
      expect(states).toEqual(['expired', 'expired']);
    });
    expect(await desk.step({ ...accepted, version: accepted.version + 1 }, 'order')).toMatchObject({
      status: 409,
    });
    expect(await desk.step(draft, 'sending')).toMatchObject({
      ...{ status: 409, body: { code: 'booking/quotation-over' } },
    });
    expect(await desk.step(longer, 'order')).toMatchObject({ status: 201 });
    const campaigns = await desk.manager.get(booking('coupon-campaigns'));
    expect(campaigns.body).toMatchObject({ campaigns: [{ redeemed: 0 }] });
  });
});
