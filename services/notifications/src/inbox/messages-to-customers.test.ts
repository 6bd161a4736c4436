import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../fixtures/live-page.ts';
import {
  approveOrder,
  confirmOrder,
  openNeighbourhood,
  placeOrder,
  type Neighbourhood,
} from '../fixtures/neighbourhood.ts';

// No mail server takes anything here: messages do not wait for the letters they repeat.
let world: World;
let around: Neighbourhood;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'notifications'] });
  around = await openNeighbourhood(world);
});
afterAll(async () => {
  await around.close();
  await world.close();
});

interface Message {
  readonly template: string;
  readonly aboutId: string;
  readonly subject: { zh: string; en: string };
  readonly text: { zh: string; en: string };
  readonly readAt: string | null;
}

const url = (path: string) => `${world.url('notifications')}/v1/${path}`;
const messagesOf = async (one: Staff) => (await one.get<{ items: Message[] }>(url('inbox'))).body.items;
const expectMessage = (one: Staff, template: string) =>
  eventually(async () => {
    const [message, ...more] = (await messagesOf(one)).filter((item) => item.template === template);
    expect([message?.template, more]).toEqual([template, []]);
    if (!message) throw new Error('checked above');
    return message;
  });

/** A customer with an account, as crm tells of them. */
async function customerOf(agency: TestAgency): Promise<{ customer: Staff; customerId: string }> {
  const [customer, customerId] = [await agency.staff('customer'), newId()];
  const { headquartersId: branchId, administrator } = agency;
  await around.tell(agency, events.customerRegistered, customerId, {
    ...{ customerId, branchId, accountId: customer.userId, ownerId: administrator.userId },
    ...{ category: 'regular', kind: 'person', source: 'portal' },
  });
  await eventually(async () => {
    const kept = await world.admin.query('select from notifications.customers where id = $1', [customerId]);
    expect(kept.rows).toHaveLength(1);
  });
  return { customer, customerId };
}

describe('the messages of a customer with an account', () => {
  it('say in both languages what the letters about their orders say, at once, and nobody else reads them', async () => {
    const agency = await world.foundAgency();
    const [{ customer, customerId }, { customer: other }] = [
      await customerOf(agency),
      await customerOf(agency),
    ];
    const page = await openPage(url('live?watch=notifications.inbox'), customer.token);
    const order = await placeOrder(around, agency, { customerId });
    await approveOrder(around, agency, order);
    await page.expectEvent('changed', { service: 'notifications', noun: 'inbox', what: 'added' });
    page.leave();
    const { number, orderId } = order;
    const approved = await expectMessage(customer, 'order-approved');
    expect(approved).toMatchObject({
      ...{ aboutId: orderId, readAt: null },
      subject: { zh: `订单 ${number} 已审核通过，请按期付款` },
    });
    expect(approved.subject.en).toContain(number);
    expect(approved.text.zh).toContain('尊敬的客户，您好！');
    expect(approved.text.zh).toContain('- 定金 ¥774.00');
    expect(approved.text.en).toContain('Dear customer,');
    expect(approved.text.en).toContain('CN¥774.00');
    await confirmOrder(around, agency, order);
    expect((await expectMessage(customer, 'order-confirmed')).subject.zh).toContain('桂林山水五日游');
    expect(await messagesOf(other)).toEqual([]);
  });

  it('tell of seats and quotations that have no order, and show no link that only the letter may hold', async () => {
    const agency = await world.foundAgency();
    const { customer, customerId } = await customerOf(agency);
    const { headquartersId: branchId, administrator } = agency;
    const [quotationId, contractId] = [newId(), newId()];
    around.contacts.set(customerId, { displayName: '李红', email: 'li.hong@example.cn', locale: 'zh' });
    await around.tell(agency, events.quotationSent, quotationId, {
      ...{ quotationId, branchId, customerId, revision: 1, authorId: administrator.userId },
      ...{ total: { amount: 258_000n, currency: 'CNY' }, expiresAt: '2027-03-08T10:00:00Z' },
    });
    expect((await expectMessage(customer, 'quotation-sent')).text.zh).toContain('2027年3月8日 18:00');
    const { orderId } = await placeOrder(around, agency, { customerId });
    const sent = { contractId, orderId, customerId, linkExpiresAt: '2027-03-08T10:00:00Z' };
    await around.tell(agency, events.contractSent, contractId, sent);
    const { subject, text } = await expectMessage(customer, 'contract-to-sign');
    expect(subject).toEqual({ zh: '请签署旅游合同', en: 'Please sign travel contract' });
    expect(text.zh).toContain('（链接已发送至您的邮箱）');
    expect(text.en).toContain('(the link is in the e-mail we sent you)');
    expect(`${text.zh}${text.en}`).not.toMatch(/https?:|李红| {2}/);
  });

  it('can be marked as read, by their owner alone', async () => {
    const agency = await world.foundAgency();
    const [{ customer, customerId }, { customer: other }] = [
      await customerOf(agency),
      await customerOf(agency),
    ];
    await approveOrder(around, agency, await placeOrder(around, agency, { customerId }));
    await expectMessage(customer, 'order-approved');
    const { body } = await customer.get<{ items: { id: string }[] }>(url('inbox'));
    const read = url(`inbox/${body.items[0]?.id}/read`);
    expect((await other.post(read)).status).toBe(404);
    expect((await customer.post(read)).status).toBe(200);
    expect((await messagesOf(customer))[0]?.readAt).toEqual(expect.any(String));
  });
});
