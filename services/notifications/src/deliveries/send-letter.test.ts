import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { openBus } from '@yitu/messaging';
import {
  eventually,
  startMailSink,
  startWorld,
  type MailSink,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approveOrder,
  confirmOrder,
  openNeighbourhood,
  placeOrder,
  type Neighbourhood,
  type ToldOrder,
} from '../fixtures/neighbourhood.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
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

const url = (path: string) => `${world.url('notifications')}/v1/deliveries${path}`;

/** The one letter an address has got. */
const letterTo = (order: ToldOrder) =>
  eventually(() => {
    const [letter, ...more] = sink.messages(order.email);
    expect([letter, more]).toEqual([expect.anything(), []]);
    if (!letter) throw new Error('checked above');
    return letter;
  });

const deliveriesOf = async (agency: TestAgency, order: ToldOrder, state = 'sent') =>
  eventually(async () => {
    const { body } = await agency.administrator.get<{ deliveries: Record<string, unknown>[] }>(
      url(`?aboutId=${order.orderId}&state=${state}`),
    );
    expect(body.deliveries).toHaveLength(1);
    return body.deliveries[0] ?? {};
  });

describe('a letter', () => {
  it('tells the customer of the approved order in their language, with the payment schedule', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency, { name: '王<小明>' });
    await approveOrder(around, agency, order);
    const letter = await letterTo(order);
    expect(letter.subject).toBe(`订单 ${order.number} 已审核通过，请按期付款`);
    expect(letter.from).toContain('测试旅行社');
    expect(letter.text).toContain('王<小明>，您好！');
    expect(letter.text).toContain('定金 ¥774.00，2027年3月4日前（含当日）');
    expect(letter.text).toContain('尾款 ¥1,806.00');
    expect(letter.text).toContain(`请联系Admin（admin@${agency.code}.example）`);
    expect(letter.html).toContain('王&lt;小明&gt;，您好！');
    const delivery = await deliveriesOf(agency, order);
    expect(delivery).toMatchObject({
      template: 'order-approved',
      locale: 'zh',
      templateVersion: 1,
      version: 2,
    });
  });

  it('is written in English for customers who read English', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency, { locale: 'en', name: 'Ann Lee' });
    await confirmOrder(around, agency, order, '2099-05-08');
    const letter = await letterTo(order);
    expect(letter.subject).toBe(`Your trip is confirmed: Guilin in five days (${order.number})`);
    expect(letter.text).toContain('Departure: 8 May 2099');
    expect(letter.text).toContain('Total: CN¥2,580.00');
    expect(letter.from).toContain('Test Travel');
  });

  it('has the link its owner gives out at that moment: contract, plan, questionnaire', async () => {
    const agency = await world.foundAgency();
    const contractOf = await placeOrder(around, agency);
    const contractId = newId();
    const { orderId, customerId } = contractOf;
    const linkExpiresAt = '2027-03-08T10:00:00Z';
    await around.tell(agency, events.contractSent, contractId, {
      contractId,
      orderId,
      customerId,
      linkExpiresAt,
    });
    const contract = await letterTo(contractOf);
    expect(contract.subject).toBe('请签署旅游合同 HQ-C-2027-000007');
    expect(contract.text).toContain(`https://travel.example/contracts/${contractId}\n`);
    expect(contract.text).toContain('2027年3月8日 18:00');

    const planOf = await placeOrder(around, agency);
    const proposalId = newId();
    await around.tell(agency, events.planProposalSent, proposalId, {
      ...{ proposalId, planId: newId(), planVersion: 1, branchId: agency.headquartersId, linkExpiresAt },
      ...{ orderId: planOf.orderId, customerId: planOf.customerId },
    });
    const plan = await letterTo(planOf);
    expect(plan.subject).toBe(`请确认订单 ${planOf.number} 的行程`);
    expect(plan.text).toContain(`https://travel.example/plans/${proposalId}\n`);

    const surveyOf = await placeOrder(around, agency);
    const surveyId = newId();
    const survey = { surveyId, customerId: surveyOf.customerId, orderId: surveyOf.orderId };
    const branchId = agency.headquartersId;
    await around.tell(agency, events.surveySent, surveyId, { ...survey, branchId, validUntil: '2027-05-20' });
    expect((await letterTo(surveyOf)).text).toContain(`https://travel.example/surveys/${surveyId}\n`);
  });

  it('waits for an order that is not known yet, whatever event comes first', async () => {
    const agency = await world.foundAgency();
    const [orderId, invoiceId] = [newId(), newId()];
    await around.tell(agency, events.invoiceIssued, invoiceId, {
      invoiceId,
      number: 'HQ-INV-2027-000003',
      orderId,
      branchId: agency.headquartersId,
      amount: { amount: 258_000n, currency: 'CNY' },
    });
    const order = await placeOrder(around, agency, { orderId, email: `${orderId}@example.cn` });
    const letter = await letterTo(order);
    expect(letter.subject).toBe('发票 HQ-INV-2027-000003 已开具');
  });

  it('goes out as soon as its agency is known, and has failed nowhere until then', async () => {
    const founded = await world.foundAgency();
    const agency = { ...founded, id: newId() };
    const order = await placeOrder(around, agency);
    await approveOrder(around, agency, order);
    const bus = openBus({ url: world.nats.url, name: 'early', replicas: 1, log: silent });
    const { manager } = await bus.connected;
    await eventually(async () => {
      const { num_redelivered: again } = await manager.consumers.info(
        'TIMERS',
        'notifications-timer-notifications-delivery',
      );
      expect(again).toBeGreaterThan(0);
    });
    await bus.close();
    await around.tell(agency, events.agencyFounded, agency.id, {
      ...{ agencyId: agency.id, code: 'late', name: { zh: '迟到旅行社', en: 'Late Travel' } },
      ...{ currency: 'CNY', timeZone: 'Asia/Shanghai' },
    });
    expect((await letterTo(order)).from).toContain('迟到旅行社');
    await eventually(async () => {
      const { rows } = await world.admin.query(
        'select error_code from notifications.delivery_attempts where agency_id = $1',
        [agency.id],
      );
      expect(rows).toEqual([{ error_code: null }]);
    });
  });

  it('leaves no trace of address, name and text behind, and tells of itself by an event', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency, { name: '机密姓名', email: 'planted-value@example.cn' });
    await approveOrder(around, agency, order);
    await letterTo(order);
    await deliveriesOf(agency, order);
    const { rows: tables } = await world.admin.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = 'notifications'`,
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const { rows } = await world.admin.query(
        `select from ${name} as one where one::text ~ 'planted-value|机密姓名'`,
      );
      expect([name, rows]).toEqual([name, []]);
    }
    const { rows } = await world.admin.query<{ subject: string }>(
      `select subject from notifications.outbox where agency_id = $1 and subject like 'evt.%.delivery.%' order by aggregate_version`,
      [agency.id],
    );
    expect(rows.map(({ subject }) => subject.split('.').slice(3).join('.'))).toEqual([
      'delivery.queued.v1',
      'delivery.sent.v1',
    ]);
  });
});

describe('who sees deliveries', () => {
  it('is told by reach and agency', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const order = await placeOrder(around, agency);
    await approveOrder(around, agency, order);
    const { id } = await deliveriesOf(agency, order);
    const [sales, franchise, guide] = await Promise.all([
      agency.staff('sales'),
      agency.openBranch('franchise').then((branchId) => agency.staff('sales', branchId)),
      agency.staff('guide'),
    ]);
    expect((await sales.get(url(`/${String(id)}`))).status).toBe(200);
    expect((await franchise.get(url(`/${String(id)}`))).status).toBe(404);
    expect((await other.administrator.get(url(`/${String(id)}`))).status).toBe(404);
    expect(await guide.get(url(`/${String(id)}`))).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
    const lists = await Promise.all(
      [sales, franchise, other.administrator].map((one) => one.get<{ deliveries: object[] }>(url(''))),
    );
    expect(lists.map(({ body }) => body.deliveries.length)).toEqual([1, 0, 0]);
  });

  it('refuses a question it does not understand, naming field and rule', async () => {
    const { administrator } = await world.foundAgency();
    expect(await administrator.get(url('?state=lost&colour=red'))).toMatchObject({
      status: 400,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ field: '/query/state', rule: 'enum' }),
          expect.objectContaining({ field: '/query/colour', rule: 'additionalProperties' }),
        ]) as unknown,
      },
    });
  });
});
