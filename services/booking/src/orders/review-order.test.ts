import { createClient, eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type OrderAnswer } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('booking')}/v1/orders${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });

async function placed(desk: Desk): Promise<OrderAnswer> {
  const { body } = await desk.sales.post<OrderAnswer>(url(''), desk.order());
  return body;
}

describe('approving an order', () => {
  it('settles what is to be paid and waits for payment', async () => {
    const desk = await openDesk(world);
    const order = await placed(desk);
    const { status, body, headers } = await desk.reviewer.post<OrderAnswer>(
      url(`/${order.id}/approval`),
      {},
      at(1),
    );
    expect([status, body.state, body.version, headers.get('etag')]).toEqual([
      200,
      'awaiting-payment',
      2,
      '"2"',
    ]);
    const detail = await desk.sales.get<{ schedule: { kind: string; amount: { amount: string } }[] }>(
      url(`/${order.id}`),
    );
    expect(detail.body.schedule.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ['deposit', '60000'],
      ['balance', '140000'],
    ]);
  });

  it('is not for the author, whatever they may do', async () => {
    const desk = await openDesk(world);
    const both = await desk.agency.staff('branch-manager');
    const { body: order } = await both.post<OrderAnswer>(url(''), desk.order());
    const answer = await both.post(url(`/${order.id}/approval`), {}, at(1));
    expect(answer).toMatchObject({ status: 403, body: { code: 'access/four-eyes' } });
  });

  it('is described as an operation that needs four eyes', async () => {
    interface Described {
      paths: Record<string, Record<string, { 'x-access': string; 'x-yitu-four-eyes'?: boolean }>>;
    }
    const { body } = await createClient().get<Described>(`${world.url('booking')}/openapi.json`);
    expect(body.paths['/v1/orders/{orderId}/approval']?.['post']).toMatchObject({
      'x-access': 'booking.order.approve',
      'x-yitu-four-eyes': true,
    });
    expect(body.paths['/v1/orders']?.['post']).not.toHaveProperty('x-yitu-four-eyes');
  });

  it('needs the version that was read', async () => {
    const desk = await openDesk(world);
    const { id } = await placed(desk);
    const approval = url(`/${id}/approval`);
    expect(await desk.reviewer.post(approval)).toMatchObject({
      status: 428,
      body: { code: 'request/if-match-required' },
    });
    expect(await desk.reviewer.post(approval, {}, { 'if-match': 'one' })).toMatchObject({
      status: 400,
      body: { code: 'request/if-match-malformed' },
    });
    expect(await desk.reviewer.post(approval, {}, at(7))).toMatchObject({
      status: 412,
      body: { code: 'request/stale-version' },
    });
    const { body } = await desk.sales.get<OrderAnswer>(url(`/${id}`));
    expect([body.state, body.version]).toEqual(['in-review', 1]);
  });

  it('happens once when two reviewers do it at once', async () => {
    const desk = await openDesk(world);
    const { id } = await placed(desk);
    const second = await desk.agency.staff('project-manager');
    const answers = await Promise.all(
      [desk.reviewer, second].map((one) => one.post(url(`/${id}/approval`), {}, at(1))),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('finds no order of another agency or of a branch beyond its reach', async () => {
    const [desk, other] = [await openDesk(world), await openDesk(world)];
    const { id } = await placed(desk);
    expect((await other.reviewer.post(url(`/${id}/approval`), {}, at(1))).status).toBe(404);
    const franchise = await desk.agency.staff('project-manager', await desk.agency.openBranch('franchise'));
    expect((await franchise.post(url(`/${id}/approval`), {}, at(1))).status).toBe(404);
    expect((await franchise.get<{ orders: object[] }>(url(''))).body.orders).toEqual([]);
    expect((await desk.reviewer.get<{ orders: object[] }>(url(''))).body.orders).toHaveLength(1);
  });
});

describe('returning an order', () => {
  it('takes it to its author with a reason, who submits it again', async () => {
    const desk = await openDesk(world);
    const { id } = await placed(desk);
    const returned = await desk.reviewer.post<OrderAnswer>(
      url(`/${id}/return`),
      { reason: '缺少出行人资料' },
      at(1),
    );
    expect(returned.body).toMatchObject({ state: 'returned', returnReason: '缺少出行人资料', version: 2 });
    const again = await desk.sales.post<OrderAnswer>(url(`/${id}/resubmission`), { note: '已补充' }, at(2));
    expect(again.body).toMatchObject({ state: 'in-review', note: '已补充', version: 3 });
    const colleague = await desk.agency.staff('sales');
    await desk.reviewer.post(url(`/${id}/return`), { reason: 'again' }, at(3));
    expect(await colleague.post(url(`/${id}/resubmission`), {}, at(4))).toMatchObject({
      status: 403,
      body: { code: 'booking/not-the-author' },
    });
  });
});

describe('the hold of an order', () => {
  it('ends at its time and gives the seats back once', async () => {
    const desk = await openDesk(world);
    await desk.manager.put(
      `${world.url('booking')}/v1/rules`,
      { holdMinutes: 1, depositPercent: 30, depositDueDays: 3, balanceDueDaysBefore: 15 },
      1,
    );
    const { id } = await placed(desk);
    // The minute is over as far as the message tells that waits in the outbox.
    await world.admin.query(
      `update booking.outbox set not_before = now() where aggregate_id = $1 and published_at is null`,
      [id],
    );
    await eventually(async () => {
      const { body } = await desk.sales.get<OrderAnswer>(url(`/${id}`));
      expect(body.state).toBe('expired');
    });
    const { rows } = await world.admin.query('select remaining from booking.departures where id = $1', [
      desk.departureId,
    ]);
    expect(rows).toEqual([{ remaining: 20 }]);
    expect(await desk.reviewer.post(url(`/${id}/approval`), {}, at(2))).toMatchObject({
      status: 409,
      body: { code: 'booking/wrong-state' },
    });
  });

  it('is given back when the order is withdrawn before approval, and no later', async () => {
    const desk = await openDesk(world);
    const { id } = await placed(desk);
    const withdrawn = await desk.sales.ask<OrderAnswer>(url(`/${id}`), { method: 'DELETE', headers: at(1) });
    expect(withdrawn.body.state).toBe('cancelled');
    const { rows } = await world.admin.query('select remaining from booking.departures where id = $1', [
      desk.departureId,
    ]);
    expect(rows).toEqual([{ remaining: 20 }]);
    const next = await placed(desk);
    await desk.reviewer.post(url(`/${next.id}/approval`), {}, at(1));
    const late = await desk.sales.ask(url(`/${next.id}`), { method: 'DELETE', headers: at(2) });
    expect(late).toMatchObject({ status: 409, body: { code: 'booking/wrong-state' } });
  });
});
