import { signLink } from '@yitu/access';
import { fixedClock } from '@yitu/kernel';
import { eventually, registerCustomer, startWorld, type SignedInCustomer, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anonymous,
  approvedOrder,
  ifMatch,
  later,
  made,
  openDesk,
  publishedOf,
  schedule,
  staffOf,
  type Desk,
} from '../fixtures/desk.ts';

const clock = fixedClock('2026-05-01T01:00:00Z');
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'itinerary'], clock });
});
afterAll(() => world.close());

interface Proposal {
  readonly id: string;
  readonly planVersion: number;
  readonly linkExpiresAt: string;
  readonly state: string;
  readonly title: { readonly en: string };
  readonly code?: string;
}

const url = (path: string) => `${world.url('itinerary')}/v1/${path}`;
const text = (en: string) => ({ zh: en, en });
const plan = (title = 'Dali in three days') => ({
  title: text(title),
  days: [1, 2, 3].map((day) => ({ day, title: text(`Day ${day}`), segments: [] })),
});
const refused = (status: number, code: string) => ({ status, body: { code } });

async function plannedDesk() {
  const desk = await openDesk(world);
  const departure = await schedule(world, desk, { departsOn: later(30, clock.now()) });
  const order = await approvedOrder(world, desk, departure.id);
  const consultant = await staffOf(desk.agency, 'travel-consultant');
  const { id: planId } = await made<{ id: string }>(() =>
    consultant.post(url('plans'), { departureId: departure.id, ...plan() }),
  );
  return { ...desk, departure, order, consultant, planId };
}

type Planned = Awaited<ReturnType<typeof plannedDesk>>;

const send = ({ sales, planId, order }: Planned, version = 1) =>
  sales.post<Proposal>(url(`plans/${planId}/proposals`), { orderId: order.id }, ifMatch(version));

/** A proposal that was sent, with the token of its link. */
async function proposed() {
  const desk = await plannedDesk();
  const proposal = await made<Proposal>(() => send(desk));
  return { desk, proposal, token: tokenOf(desk, proposal) };
}

const tokenOf = (
  { agency }: Pick<Desk, 'agency'>,
  { id, linkExpiresAt }: Proposal,
  permission: 'itinerary.plan.accept' | 'itinerary.contract.sign' = 'itinerary.plan.accept',
) => {
  const expiresAt = Math.floor(Temporal.Instant.from(linkExpiresAt).epochMilliseconds / 1e3);
  const grant = { agencyId: agency.id, objectId: id, expiresAt, permission };
  return signLink(grant, world.surroundings.secrets.linkSecret);
};

const read = (token: string) => anonymous.get<Proposal>(url(`plan-acceptance?token=${token}`));
const answer = (token: string, more: object = {}) =>
  anonymous.post<Proposal>(url('plan-acceptance'), {
    ...{ token, planVersion: 1, answer: 'accepted', name: '王小明' },
    ...more,
  });

const revise = ({ consultant, planId }: Planned, title: string, version = 1) =>
  made(() => consultant.put(url(`plans/${planId}`), plan(title), version));

async function customerOf({ agency, customerId }: Desk): Promise<SignedInCustomer> {
  const customer = await registerCustomer(world, agency, customerId);
  await eventually(async () => {
    const known = 'select from itinerary.customer_accounts where account_id = $1';
    if ((await world.admin.query(known, [customer.userId])).rowCount !== 1) throw new Error('not known yet');
  });
  return customer;
}

describe('a plan that is sent to a customer', () => {
  it('is read and accepted once by its link, in the version that was sent', async () => {
    const { desk, proposal, token } = await proposed();
    expect((await read(token)).body).toMatchObject({
      ...{
        planVersion: 1,
        state: 'sent',
        title: { en: 'Dali in three days' },
        orderNumber: desk.order.number,
      },
    });
    expect(await answer(token)).toMatchObject({
      status: 200,
      body: { state: 'accepted', answeredBy: '王小明', planVersion: 1 },
    });
    expect(await answer(token)).toMatchObject(refused(409, 'itinerary/proposal-answered'));
    const { body } = await desk.sales.get<{ planProposals: Proposal[] }>(
      url(`plan-proposals?orderId=${desk.order.id}`),
    );
    expect(body.planProposals).toMatchObject([{ id: proposal.id, state: 'accepted', planId: desk.planId }]);
    await eventually(async () => {
      const told = await publishedOf(world, proposal.id);
      expect(told).toEqual(['plan-proposal.sent', 'plan-proposal.accepted']);
    });
    const { rows } = await world.admin.query(
      `select envelope as told from itinerary.outbox where aggregate_id = $1
       union all select after::text from itinerary.audit_records where object_id = $1::text`,
      [proposal.id],
    );
    expect(JSON.stringify(rows)).not.toContain('王小明');
  });

  it('is accepted by nobody in a version that was not read, or has been revised since', async () => {
    const { desk, token } = await proposed();
    expect(await answer(token, { planVersion: 2 })).toMatchObject(
      refused(409, 'itinerary/proposal-superseded'),
    );
    await revise(desk, 'Dali slowly');
    expect(await answer(token)).toMatchObject(refused(409, 'itinerary/proposal-superseded'));
    expect((await read(token)).body.title.en).toBe('Dali in three days');
    expect(await send(desk, 1)).toMatchObject(refused(412, 'request/stale-version'));
    const next = await made<Proposal>(() => send(desk, 2));
    expect((await read(token)).body.state).toBe('superseded');
    expect(await answer(tokenOf(desk, next), { planVersion: 2 })).toMatchObject({
      status: 200,
      body: { state: 'accepted', title: { en: 'Dali slowly' } },
    });
  });

  it('can be wanted otherwise, with a word to the staff', async () => {
    const { desk, proposal, token } = await proposed();
    const wish = { answer: 'changes-wanted', comment: '想多住一晚' };
    expect(await answer(token, wish)).toMatchObject({ status: 200, body: { state: 'changes-wanted' } });
    const { body } = await desk.sales.get<{ planProposals: object[] }>(url('plan-proposals'));
    expect(body.planProposals).toMatchObject([{ id: proposal.id, comment: '想多住一晚' }]);
  });

  it('waits for one answer an order, also when it is sent many times at once', async () => {
    const desk = await plannedDesk();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(desk)));
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    for (const { status, body } of answers)
      expect(status === 201 || body.code === 'itinerary/proposal-open').toBe(true);
    const { rows } = await world.admin.query(
      `select from itinerary.plan_proposals where order_id = $1 and state = 'sent'`,
      [desk.order.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('is of the departure of the order, and sent by those who may', async () => {
    const desk = await plannedDesk();
    const other = await schedule(world, desk, { departsOn: later(40, clock.now()) });
    const stranger = await approvedOrder(world, desk, other.id);
    expect(await send({ ...desk, order: stranger })).toMatchObject(
      refused(422, 'itinerary/plan-of-other-departure'),
    );
    expect(await send({ ...desk, sales: desk.operator })).toMatchObject(refused(403, 'access/forbidden'));
    const foreign = await openDesk(world);
    expect((await send({ ...desk, sales: foreign.sales })).status).toBe(422);
  });

  it('is opened by no other link, and not once its time is over', async () => {
    const { desk, proposal, token } = await proposed();
    const forContract = tokenOf(desk, proposal, 'itinerary.contract.sign');
    expect(await read(forContract)).toMatchObject(refused(401, 'access/invalid-link'));
    expect((await read(`${token.slice(0, -2)}AA`)).status).toBe(401);
    const over = tokenOf(desk, { ...proposal, linkExpiresAt: '2026-04-30T00:00:00Z' });
    expect(await answer(over)).toMatchObject(refused(410, 'access/expired-link'));
  });
});

describe('a customer who is signed in', () => {
  it('finds the plans proposed to them, and answers them', async () => {
    const { desk, proposal } = await proposed();
    const customer = await customerOf(desk);
    const { body } = await customer.get<{ planProposals: object[] }>(url('own-plan-proposals'));
    expect(body.planProposals).toMatchObject([{ id: proposal.id, orderId: desk.order.id, state: 'sent' }]);
    expect(body.planProposals[0]).not.toHaveProperty('authorId');
    const given = { planVersion: 1, answer: 'accepted', name: '王小明' };
    const path = url(`own-plan-proposals/${proposal.id}/answer`);
    expect(await customer.post(path, given)).toMatchObject({ status: 200, body: { state: 'accepted' } });
    expect(await customer.post(path, given)).toMatchObject(refused(409, 'itinerary/proposal-answered'));
  });

  it('finds nothing of others, and answers nothing of theirs', async () => {
    const { desk, proposal } = await proposed();
    const stranger = await registerCustomer(world, desk.agency);
    const { body } = await stranger.get<{ planProposals: object[] }>(url('own-plan-proposals'));
    expect(body.planProposals).toEqual([]);
    const given = { planVersion: 1, answer: 'accepted', name: 'X' };
    const path = url(`own-plan-proposals/${proposal.id}/answer`);
    expect((await stranger.post(path, given)).status).toBe(404);
    expect((await desk.sales.post(path, given)).status).toBe(403);
    expect((await stranger.get(url('plan-proposals'))).status).toBe(403);
    expect((await stranger.get(url(`own-trips/${desk.order.id}`))).status).toBe(404);
  });

  it('finds their contracts once they were sent, with the page to sign them on', async () => {
    const desk = await plannedDesk();
    const customer = await customerOf(desk);
    const own = async () =>
      (await customer.get<{ contracts: { signAt: string | null }[] }>(url('own-contracts'))).body.contracts;
    const contract = await made<{ id: string; version: number }>(() =>
      desk.sales.post(url('contracts'), { orderId: desk.order.id }),
    );
    expect(await own()).toEqual([]);
    expect((await customer.get(url(`contracts/${contract.id}`))).status).toBe(404);
    await made(() => desk.sales.post(url(`contracts/${contract.id}/sending`), {}, ifMatch(contract.version)));
    const [sent] = await own();
    expect(sent).toMatchObject({ id: contract.id, state: 'sent', orderId: desk.order.id });
    const token = new URL(sent?.signAt ?? '').searchParams.get('token');
    const signature = { token, signerName: '王小明', accepted: true };
    expect((await anonymous.post(url('contract-signing'), signature)).status).toBe(200);
    expect(await own()).toMatchObject([{ state: 'signed', signAt: null }]);
    const stranger = await registerCustomer(world, desk.agency);
    expect((await stranger.get(url('own-contracts'))).body).toMatchObject({ contracts: [] });
    expect((await stranger.get(url(`contracts/${contract.id}`))).status).toBe(404);
  });

  it('follows their trip: its days, how far it is, and the guide once it is near', async () => {
    const desk = await plannedDesk();
    const customer = await customerOf(desk);
    const trip = async () => (await customer.get(url(`own-trips/${desk.order.id}`))).body;
    expect(await trip()).toMatchObject({
      ...{ orderNumber: desk.order.number, state: 'planned', heads: 2, checkedIn: 0, guide: null },
      ...{ departsOn: desk.departure.departsOn, plan: { version: 1, title: { en: 'Dali in three days' } } },
    });
    const guide = await staffOf(desk.agency, 'guide');
    await world.admin.query(`update identity.users set mobile = '+8613800138000' where id = $1`, [
      guide.userId,
    ]);
    const sheet = await made<{ id: string; version: number }>(() =>
      desk.operator.post(url('operations-sheets'), { departureId: desk.departure.id }),
    );
    const { departsOn: from, returnsOn: to } = desk.departure;
    await made(() =>
      desk.operator.post(
        url(`operations-sheets/${sheet.id}/guide`),
        { guideId: guide.userId, from, to },
        ifMatch(sheet.version),
      ),
    );
    expect(await trip()).toMatchObject({ state: 'preparing', guide: null });
    expect(JSON.stringify(await trip())).not.toContain(guide.userId);
    const near = later(7, clock.now());
    await world.admin.query('update booking.departures set departs_on = $1 where id = $2', [
      near,
      desk.departure.id,
    ]);
    expect(await trip()).toMatchObject({ departsOn: near, guide: { mobile: '+8613800138000' } });
  });
});
