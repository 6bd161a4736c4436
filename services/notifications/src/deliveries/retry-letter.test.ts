import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '@yitu/kernel';
import {
  eventually,
  startMailSink,
  startProxy,
  startWorld,
  type MailSink,
  type Proxy,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  approveOrder,
  openNeighbourhood,
  placeOrder,
  type Neighbourhood,
} from '../fixtures/neighbourhood.ts';

interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly attempts: readonly {
    round: number;
    number: number;
    errorCode: string | null;
    attemptedAt: string;
    nextAttemptAt: string | null;
  }[];
}

const clock = fixedClock('2027-02-01T01:00:00Z');
const directory = mkdtempSync(join(tmpdir(), 'yitu-letters-'));
let world: World;
let sink: MailSink;
let wire: Proxy;
let around: Neighbourhood;
beforeAll(async () => {
  sink = await startMailSink({ dir: directory });
  wire = await startProxy(sink.smtpUrl);
  world = await startWorld({ services: ['identity', 'notifications'], smtpUrl: wire.url, clock });
  around = await openNeighbourhood(world, clock);
});
afterEach(async () => {
  wire.heal();
  await around.setCrm(true);
});
afterAll(async () => {
  await around.close();
  await world.close();
  await wire.stop();
  await sink.stop();
  rmSync(directory, { recursive: true });
});

const url = (path: string) => `${world.url('notifications')}/v1/deliveries${path}`;

async function deliveryOf({ administrator }: TestAgency, aboutId: string): Promise<Delivery> {
  const { body } = await administrator.get<{ deliveries: { id: string }[] }>(url(`?aboutId=${aboutId}`));
  expect(body.deliveries).toHaveLength(1);
  return (await administrator.get<Delivery>(url(`/${body.deliveries[0]?.id}`))).body;
}

const afterAttempts = (agency: TestAgency, aboutId: string, count: number) =>
  eventually(async () => {
    const delivery = await deliveryOf(agency, aboutId);
    expect(delivery.attempts).toHaveLength(count);
    return delivery;
  });

/** Lets all attempts of a delivery fail, by moving the clock to each. */
async function exhaust(agency: TestAgency, aboutId: string): Promise<Delivery> {
  for (let count = 1; ; count++) {
    const delivery = await afterAttempts(agency, aboutId, count);
    const next = delivery.attempts.at(-1)?.nextAttemptAt;
    if (!next) return delivery;
    clock.set(next);
  }
}

describe('a letter that does not go out', () => {
  it('is tried again a minute later when crm does not answer', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    await around.setCrm(false);
    await approveOrder(around, agency, order);
    const waiting = await afterAttempts(agency, order.orderId, 1);
    expect(waiting).toMatchObject({
      state: 'queued',
      attempts: [{ round: 1, number: 1, errorCode: 'crm/unavailable' }],
    });
    const [first] = waiting.attempts;
    const wait = Temporal.Instant.from(first?.attemptedAt ?? '').until(first?.nextAttemptAt ?? '');
    expect(wait.total('seconds')).toBe(60);
    expect(sink.messages(order.email)).toEqual([]);
    await around.setCrm(true);
    clock.advance({ seconds: 60 });
    await eventually(() => expect(sink.messages(order.email)).toHaveLength(1));
    const sent = await afterAttempts(agency, order.orderId, 2);
    expect([sent.state, sent.attempts[1]?.errorCode]).toEqual(['sent', null]);
  });

  it('is given up after eight attempts, and sent again when a person asks for it', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    wire.cut();
    await approveOrder(around, agency, order);
    const failed = await exhaust(agency, order.orderId);
    expect(failed.state).toBe('failed');
    expect(failed.attempts.map(({ errorCode }) => errorCode)).toEqual(
      Array.from({ length: 8 }, () => 'notifications/mail-unreachable'),
    );
    const listed = await agency.administrator.get<{ deliveries: object[] }>(url('?state=failed'));
    expect(listed.body.deliveries).toMatchObject([{ id: failed.id }]);

    wire.heal();
    const resend = url(`/${failed.id}/resend`);
    expect((await agency.administrator.post(resend, {}, { 'if-match': '"9"' })).status).toBe(412);
    const sales = await agency.staff('sales');
    expect((await sales.post(resend, {}, { 'if-match': `"${failed.version}"` })).status).toBe(403);
    const headers = { 'if-match': `"${failed.version}"`, 'idempotency-key': failed.id };
    const again = await agency.administrator.post(resend, {}, headers);
    expect(again).toMatchObject({ status: 200, body: { state: 'queued', version: failed.version + 1 } });
    expect((await agency.administrator.post(resend, {}, headers)).body).toEqual(again.body);
    await eventually(() => expect(sink.messages(order.email)).toHaveLength(1));
    const sent = await afterAttempts(agency, order.orderId, 9);
    expect([sent.state, sent.attempts.at(-1)]).toMatchObject([
      'sent',
      { round: 2, number: 1, errorCode: null },
    ]);
    const late = await agency.administrator.post(resend, {}, { 'if-match': `"${sent.version}"` });
    expect(late).toMatchObject({ status: 409, body: { code: 'notifications/wrong-state' } });
  });

  it('is given up at once when there is no address to send it to', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency, { email: '' });
    await approveOrder(around, agency, order);
    const failed = await exhaust(agency, order.orderId);
    expect(failed.state).toBe('failed');
    // crm may have been late before it said so; the attempt that learns there is none is the last.
    const learned = failed.attempts.filter(({ errorCode }) => errorCode === 'notifications/no-address');
    expect(learned).toEqual([failed.attempts.at(-1)]);
  });

  it('is found in nobody’s list but its own agency’s, and cannot be sent again from elsewhere', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const order = await placeOrder(around, agency, { email: '' });
    await approveOrder(around, agency, order);
    const failed = await exhaust(agency, order.orderId);
    const resend = url(`/${failed.id}/resend`);
    const answer = await other.administrator.post(resend, {}, { 'if-match': `"${failed.version}"` });
    expect(answer.status).toBe(404);
    expect((await deliveryOf(agency, order.orderId)).state).toBe('failed');
  });
});

describe('a letter whose sending could not be noted', () => {
  it('goes out once more under the same Message-ID, and is noted once', async () => {
    const agency = await world.foundAgency();
    const order = await placeOrder(around, agency);
    await world.admin.query(`
      create function notifications.refuse() returns trigger language plpgsql as $$ begin raise 'planted'; end $$;
      create trigger refuse before insert on notifications.delivery_attempts for each row execute function notifications.refuse()`);
    await approveOrder(around, agency, order);
    await eventually(() => expect(sink.messages(order.email).length).toBeGreaterThanOrEqual(2));
    await world.admin.query('drop function notifications.refuse() cascade');
    const { state, attempts } = await afterAttempts(agency, order.orderId, 1);
    expect([state, attempts.length]).toEqual(['sent', 1]);
    const sources = readdirSync(directory)
      .map((file) => readFileSync(join(directory, file), 'utf8'))
      .filter((source) => source.includes(order.email));
    expect(sources.length).toBeGreaterThanOrEqual(2);
    const ids = sources.map((source) => /^message-id: *(\S+)/im.exec(source)?.[1]);
    const { id } = await deliveryOf(agency, order.orderId);
    expect(new Set(ids)).toEqual(new Set([`<${id}@yitu.example>`]));
  });
});

describe('what other services ask', () => {
  it('is answered to those that are named as callers, for their agency alone', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const order = await placeOrder(around, agency);
    await approveOrder(around, agency, order);
    await eventually(() => expect(sink.messages(order.email)).toHaveLength(1));
    await afterAttempts(agency, order.orderId, 1);
    const { deliveries } = await around.deliveriesFor('itinerary', agency, order.orderId);
    expect(deliveries).toMatchObject([{ template: 'order-approved', channel: 'email', state: 'sent' }]);
    expect((await around.deliveriesFor('itinerary', other, order.orderId)).deliveries).toEqual([]);
    await expect(around.deliveriesFor('booking', agency, order.orderId)).rejects.toThrow(
      'access/caller-not-allowed',
    );
  });
});
