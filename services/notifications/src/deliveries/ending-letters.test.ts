import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startMailSink, startWorld, type MailSink, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openNeighbourhood,
  placeOrder,
  type Neighbourhood,
  type ToldOrder,
} from '../fixtures/neighbourhood.ts';

let world: World;
let sink: MailSink;
let around: Neighbourhood;
beforeAll(async () => {
  sink = await startMailSink();
  world = await startWorld({ services: ['identity', 'notifications'], smtpUrl: sink.smtpUrl });
  around = await openNeighbourhood(world);
});
afterAll(async () => {
  await around.close();
  await world.close();
  await sink.stop();
});

const letterTo = ({ email }: ToldOrder) =>
  eventually(() => {
    const [letter] = sink.messages(email);
    if (!letter) throw new Error('no letter yet');
    return letter;
  });
const yuan = (amount: bigint) => ({ amount, currency: 'CNY' });
const ended = ({ orderId, branchId, departureId, seats, total }: ToldOrder) => ({
  ...{ orderId, branchId, departureId, seats, total },
});

describe('the end of an order', () => {
  it('is told to its customer: why, what it costs, and what goes back', async () => {
    const agency = await world.foundAgency();
    const [zh, en] = [await placeOrder(around, agency), await placeOrder(around, agency, { locale: 'en' })];
    for (const order of [zh, en]) {
      const costs = { penalty: yuan(51_600n), refund: yuan(206_400n) };
      const told = { ...ended(order), cause: 'customer', unchosen: false, ...costs };
      await around.tell(agency, events.orderCancelled, order.orderId, told);
    }
    const letter = await letterTo(zh);
    expect(letter.subject).toBe(`订单 ${zh.number} 已取消`);
    expect(letter.text).toContain('取消原因：您提出取消。');
    expect(letter.text).toContain('按合同约定，业务损失费为 ¥516.00。');
    expect(letter.text).toContain('已付款项中的 ¥2,064.00 将按原付款方式退还给您');
    const { subject, text } = await letterTo(en);
    expect(subject).toBe(`Order ${en.number} is cancelled`);
    expect(text).toContain('Reason: you asked for it.');
    expect(text).toContain('The charge for cancelling is CN¥516.00.');
    expect(text).toContain('We will pay back CN¥2,064.00');
  });

  it('names no charge and no refund where there is none', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    const nothing = { penalty: undefined, refund: undefined, unchosen: false };
    const told = { ...ended(order), cause: 'withdrawn', ...nothing };
    await around.tell(agency, events.orderCancelled, order.orderId, told);
    const { text } = await letterTo(order);
    expect(text).toContain('本次取消不收取费用。');
    expect(text).not.toMatch(/[¥]|退还/);
  });

  it('says that nobody had chosen in time, where a rule ends it for that', async () => {
    const agency = await world.foundAgency();
    const orders = [await placeOrder(around, agency), await placeOrder(around, agency, { locale: 'en' })];
    const [zh, en] = await Promise.all(
      orders.map(async (order) => {
        const all = { penalty: yuan(0n), refund: yuan(60_000n), unchosen: true };
        const told = { ...ended(order), cause: 'agency', ...all };
        await around.tell(agency, events.orderCancelled, order.orderId, told);
        return letterTo(order);
      }),
    );
    expect(zh?.text).toContain('因未在期限内收到您的选择，已付款项将全额退还。');
    expect(en?.text).toContain('You had not told us in time what you would like instead');
    expect(en?.text).toContain('We will pay back CN¥600.00');
  });

  it('is told too where nobody has cancelled it', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    await around.tell(agency, events.orderExpired, order.orderId, ended(order));
    const { subject, text } = await letterTo(order);
    expect(subject).toBe(`订单 ${order.number} 已失效`);
    expect(text).toContain('名额保留期已过');
    expect(text).toContain('如您已付款');
  });
});

describe('a refund that is paid', () => {
  it('is told to the customer with its amount and day', async () => {
    const agency = await world.foundAgency();
    const [zh, en] = [await placeOrder(around, agency), await placeOrder(around, agency, { locale: 'en' })];
    for (const { orderId, branchId } of [zh, en]) {
      const refundId = newId();
      await around.tell(agency, events.refundPaid, refundId, {
        ...{ refundId, paymentId: newId(), orderId, branchId },
        ...{ amount: yuan(206_400n), paidOn: '2027-04-16' },
      });
    }
    const letter = await letterTo(zh);
    expect(letter.subject).toBe(`订单 ${zh.number} 的退款 ¥2,064.00 已支付`);
    expect(letter.text).toContain('退款日期：2027年4月16日');
    const { subject, text } = await letterTo(en);
    expect(subject).toBe(`Refund paid: CN¥2,064.00 for order ${en.number}`);
    expect(text).toContain('Paid on: 16 April 2027');
  });
});
