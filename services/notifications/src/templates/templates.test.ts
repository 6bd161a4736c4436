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
  openNeighbourhood,
  placeOrder,
  type Neighbourhood,
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

const url = (path = '') => `${world.url('notifications')}/v1/templates${path}`;
const approved = () => url('/order-approved/zh');
const own = {
  subject: '{{orderNumber}} 通过',
  text: '您好 {{customerName}}',
  html: '<p>{{customerName}}</p>',
};
const edit = ({ administrator }: TestAgency, body: object, version = 1) =>
  administrator.put<{ code?: string; title?: string; version?: number; errors?: object[] }>(
    approved(),
    body,
    version,
  );

describe('templates', () => {
  it('are built in for every agency, in both languages, with sample data', async () => {
    const { administrator } = await world.foundAgency();
    const { body } = await administrator.get<{ templates: object[] }>(url());
    expect(body.templates).toHaveLength(86);
    expect(body.templates).toContainEqual({ key: 'survey', locale: 'en', channel: 'email', version: 1 });
    const one = await administrator.get(approved());
    expect([one.status, one.headers.get('etag')]).toEqual([200, '"1"']);
    expect(one.body).toMatchObject({ channel: 'email', variables: { orderNumber: 'HQ-2027-000001' } });
  });

  it('are changed as new versions, which letters use from then on; earlier ones stay readable', async () => {
    const agency = await world.foundAgency();
    const changed = await edit(agency, own);
    expect([changed.status, changed.body.version, changed.headers.get('etag')]).toEqual([200, 2, '"2"']);
    expect((await edit(agency, { ...own, subject: '{{orderNumber}} 已通过' }, 2)).body.version).toBe(3);
    const order = await placeOrder(around, agency, { name: '<王>' });
    await approveOrder(around, agency, order);
    await eventually(() =>
      expect(sink.messages(order.email)).toMatchObject([
        { subject: `${order.number} 已通过`, html: expect.stringContaining('<p>&lt;王&gt;</p>') as unknown },
      ]),
    );
    const { administrator } = agency;
    expect((await administrator.get(`${approved()}/versions/2`)).body).toMatchObject({ ...own, version: 2 });
    expect((await administrator.get(`${approved()}/versions/1`)).status).toBe(200);
    expect((await administrator.get(`${approved()}/versions/4`)).status).toBe(404);
    await eventually(async () => {
      const { rows } = await world.admin.query(
        `select aggregate_version from notifications.outbox where agency_id = $1 and subject like '%template.changed%'
         and published_at is not null order by 1`,
        [agency.id],
      );
      expect(rows).toEqual([{ aggregate_version: 1 }, { aggregate_version: 2 }]);
    });
  });

  it('are an agency’s own', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    await edit(agency, own);
    expect((await other.administrator.get(approved())).body).toMatchObject({ version: 1 });
  });

  it('need the version that was read, and take one of two changes at once', async () => {
    const agency = await world.foundAgency();
    expect((await edit(agency, own, 7)).status).toBe(412);
    const first = await Promise.all([edit(agency, own), edit(agency, own)]);
    expect(first.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const second = await Promise.all([edit(agency, own, 2), edit(agency, own, 2)]);
    expect(second.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect((await agency.administrator.get(approved())).body).toMatchObject({ version: 3 });
  });

  it('give the same answer again for the same idempotency key', async () => {
    const { administrator } = await world.foundAgency();
    const headers = { 'if-match': '"1"', 'idempotency-key': 'one' };
    const ask = (body: object) => administrator.ask(approved(), { method: 'PUT', body, headers });
    const first = await ask(own);
    expect(await ask(own)).toMatchObject({ status: 200, body: first.body });
    expect(await ask({ ...own, text: 'other' })).toMatchObject({
      status: 422,
      body: { code: 'request/idempotency-key-reused' },
    });
  });

  it('are refused when they use what they do not have, by name and field', async () => {
    const agency = await world.foundAgency();
    const { status, body } = await edit(agency, { ...own, html: '<p>{{passport}}</p>' });
    expect([status, body.code]).toEqual([422, 'notifications/unknown-variable']);
    expect(body.title).toContain('no variable passport');
    expect(body.errors).toEqual([
      { field: '/body/html', rule: 'known-variable', message: 'has no variable passport' },
    ]);
    expect((await agency.administrator.get(approved())).body).toMatchObject({ version: 1 });
  });

  it('are refused with unknown fields, missing ones and names nobody knows', async () => {
    const { administrator } = await world.foundAgency();
    const { subject } = own;
    expect(await administrator.put(approved(), { subject, colour: 'red' }, 1)).toMatchObject({
      status: 400,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ field: '/body/colour', rule: 'additionalProperties' }),
          expect.objectContaining({ field: '/body/text', rule: 'required' }),
        ]) as unknown,
      },
    });
    expect(await administrator.get(url('/newsletter/zh'))).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/params/key', rule: 'enum' }] },
    });
  });

  it('are shown with sample data, also before they are stored', async () => {
    const { administrator } = await world.foundAgency();
    const stored = await administrator.post(`${approved()}/preview`);
    expect(stored.body).toMatchObject({ subject: '订单 HQ-2027-000001 已审核通过，请按期付款' });
    const draft = await administrator.post(`${approved()}/preview`, { draft: own });
    expect(draft).toMatchObject({ status: 200, body: { text: '您好 王小明', html: '<p>王小明</p>' } });
    const wrong = await administrator.post(`${approved()}/preview`, { draft: { ...own, text: '{{x}}' } });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'notifications/unknown-variable' } });
  });

  it('are edited by administrators alone', async () => {
    const agency = await world.foundAgency();
    const [sales, auditor] = await Promise.all([agency.staff('sales'), agency.staff('auditor')]);
    expect((await sales.get(url())).status).toBe(403);
    expect((await auditor.get(url())).status).toBe(200);
    expect(await auditor.put(approved(), own, 1)).toMatchObject({
      status: 403,
      body: { code: 'access/forbidden' },
    });
  });
});
