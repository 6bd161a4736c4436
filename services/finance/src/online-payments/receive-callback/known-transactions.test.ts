import { startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from '../../fixtures/desk.ts';
import { cny, onlineDesk, type Started } from '../../fixtures/online-desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'finance', 'gateway'] });
});
afterAll(() => world.close());

const pages = onlineDesk(() => world);

const setAside = { status: 422, body: { code: 'finance/callback-set-aside' } };

const toldOf = async ({ agency }: Desk) => {
  const { rows } = await world.admin.query<{ result: string; outcome: string; reason: string | null }>(
    'select result, outcome, reason from finance.payment_callbacks where agency_id = $1 order by id',
    [agency.id],
  );
  return rows;
};

const eventsOf = async ({ agency }: Desk, noun: string) => {
  const { rows } = await world.admin.query<{ about: string }>(
    'select aggregate_id as about from finance.outbox where agency_id = $1 and subject like $2 order by id',
    [agency.id, `evt.%.finance.${noun}.v1`],
  );
  return rows.map(({ about }) => about);
};

describe('a transaction that is known', () => {
  it('from another payment is set aside with a trace, once', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const first = await pages.started(desk.sales, order, '700');
    const second = await pages.started(desk.sales, order, '700');
    expect(await pages.deliver(pages.message(desk, first, { transactionId: 'T' }))).toMatchObject({
      status: 200,
    });
    for (let time = 0; time < 3; time++)
      expect(await pages.deliver(pages.message(desk, second, { transactionId: 'T' }))).toMatchObject(
        setAside,
      );
    expect(await toldOf(desk)).toEqual([
      { result: 'paid', outcome: 'recorded', reason: null },
      { result: 'paid', outcome: 'set-aside', reason: 'transaction-known' },
    ]);
    expect(await eventsOf(desk, 'online-payment.callback-set-aside')).toEqual([second.onlinePaymentId]);
    expect(await pages.paymentsOf(desk, order)).toHaveLength(1);
  });

  it.each([
    ['of one order', true],
    ['of two orders', false],
  ])(
    'by two pages %s that name it at one moment is set aside for the second, as when it is told again',
    async (_whose, together) => {
      const desk = await openDesk(world);
      for (let round = 0; round < 4; round++) {
        const transactionId = `T-${round}`;
        const first = await desk.sell(1);
        const orders = [first, together ? first : await desk.sell(1)];
        const [one, other] = await Promise.all(
          orders.map((order) => pages.started(desk.sales, order, '700')),
        );
        const told = [one, other].map((page) => pages.message(desk, page as Started, { transactionId }));
        const answers = await Promise.all([...told, ...told].map((message) => pages.deliver(message)));
        const statuses = answers.map(({ status }) => status);
        expect(statuses.toSorted((one, two) => one - two)).toEqual([200, 200, 422, 422]);
        expect(statuses.slice(0, 2)).toEqual(statuses.slice(2));
        expect(await Promise.all(told.map(async (message) => (await pages.deliver(message)).status))).toEqual(
          statuses.slice(0, 2),
        );
      }
      const outcomes = (await toldOf(desk)).map(({ outcome, reason }) => reason ?? outcome);
      expect(outcomes.toSorted()).toEqual([
        ...Array.from({ length: 4 }, () => 'recorded'),
        ...Array.from({ length: 4 }, () => 'transaction-known'),
      ]);
    },
  );

  it('and told of with another result or amount is set aside with a trace, and answered as before only if it is the same', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const page = await pages.started(desk.sales, order, '700');
    const tell = (told: object) => pages.deliver(pages.message(desk, page, { transactionId: 'T', ...told }));
    for (let time = 0; time < 2; time++) {
      expect(await tell({ result: 'refused' })).toMatchObject({ status: 200 });
      expect(await tell({ result: 'paid' })).toMatchObject(setAside);
      expect(await tell({ result: 'refused', amount: cny('1') })).toMatchObject(setAside);
    }
    expect(await toldOf(desk)).toEqual([
      { result: 'refused', outcome: 'noted', reason: null },
      { result: 'paid', outcome: 'set-aside', reason: 'transaction-known' },
      { result: 'refused', outcome: 'set-aside', reason: 'transaction-known' },
    ]);
    expect(await pages.paymentsOf(desk, order)).toEqual([]);
  });

  it('because somebody has recorded it by hand makes its page paid by that payment', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const page = await pages.started(desk.sales, order, '700');
    const payment = await pages.recordedByHand(desk, order, 'T', '700');
    const told = pages.message(desk, page, { transactionId: 'T' });
    for (let time = 0; time < 2; time++) expect(await pages.deliver(told)).toMatchObject({ status: 200 });
    expect(await pages.standing(desk.sales, page)).toMatchObject({ state: 'paid', paymentId: payment.id });
    expect(await pages.paymentsOf(desk, order)).toHaveLength(1);
    expect(await toldOf(desk)).toEqual([{ result: 'paid', outcome: 'noted', reason: null }]);
    expect(await eventsOf(desk, 'online-payment.paid')).toEqual([page.onlinePaymentId]);
  });

  it('because somebody has recorded it by hand as another amount is set aside with a trace', async () => {
    const desk = await openDesk(world);
    const order = await desk.sell(1);
    const page = await pages.started(desk.sales, order, '700');
    await pages.recordedByHand(desk, order, 'T', '600');
    expect(await pages.deliver(pages.message(desk, page, { transactionId: 'T' }))).toMatchObject(setAside);
    expect(await pages.standing(desk.sales, page)).toMatchObject({ state: 'open', paymentId: null });
    expect(await toldOf(desk)).toEqual([{ result: 'paid', outcome: 'set-aside', reason: 'other-amount' }]);
  });
});
