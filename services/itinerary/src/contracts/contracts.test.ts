import { events, itinerary } from '@yitu/contracts';
import { signLink } from '@yitu/access';
import { fixedClock, newId } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anonymous,
  approvedOrder,
  enterCustomer,
  ifMatch,
  insistently,
  knowsBranches,
  later,
  made,
  openDesk,
  placeOrder,
  publishAs,
  publishedOf,
  schedule,
  type Desk,
  staffOf,
} from '../fixtures/desk.ts';
import { neighbour, onBehalfOf, type Neighbour } from '../fixtures/neighbour.ts';
import { contentHash } from './content-hash.ts';

const clock = fixedClock('2026-05-01T01:00:00Z');
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'itinerary'], clock });
});
afterAll(() => world.close());

interface ContractAnswer {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly contentHash: string;
  readonly state: string;
  readonly version: number;
  readonly code?: string;
}

const contracts = (path = '') => `${world.url('itinerary')}/v1/contracts${path}`;
const signing = () => `${world.url('itinerary')}/v1/contract-signing`;

/** A departure a month after the clock's present. */
const openTrip = (desk: Desk) => schedule(world, desk, { departsOn: later(30, clock.now()) });

async function orderedDesk() {
  const desk = await openDesk(world);
  const departure = await openTrip(desk);
  return { ...desk, departure, order: await approvedOrder(world, desk, departure.id) };
}

/** Tells itinerary, as booking would, that the order of the desk has expired. Booking itself still has it as approved. */
const expire = ({ agency, departure, order }: Awaited<ReturnType<typeof orderedDesk>>) =>
  publishAs(world, agency.id, events.orderExpired, {
    id: order.id,
    version: order.version + 1,
    data: {
      orderId: order.id,
      branchId: agency.headquartersId,
      departureId: departure.id,
      seats: 2,
      total: { amount: 246912n, currency: 'CNY' },
    },
  });

const generate = (desk: Pick<Desk, 'sales'>, orderId: string, more: object = {}) =>
  desk.sales.post<ContractAnswer>(contracts(), { orderId, ...more });

/** A contract that was sent, with the token of its link. */
async function sentContract() {
  const desk = await orderedDesk();
  const contract = await made<ContractAnswer>(() => generate(desk, desk.order.id));
  const sent = await made<{ version: number; linkExpiresAt: string }>(() =>
    desk.sales.post(contracts(`/${contract.id}/sending`), {}, ifMatch(contract.version)),
  );
  const token = tokenOf(desk.agency.id, contract.id, sent.linkExpiresAt);
  return { desk, contract, sent, token };
}

const tokenOf = (agencyId: string, objectId: string, until: string, permission = 'itinerary.contract.sign') =>
  signLink(
    {
      agencyId,
      objectId,
      expiresAt: Math.floor(Temporal.Instant.from(until).epochMilliseconds / 1e3),
      permission: permission as 'itinerary.contract.sign',
    },
    world.surroundings.secrets.linkSecret,
  );

const sign = (token: string) =>
  anonymous.post<ContractAnswer>(signing(), { token, signerName: '王小明', accepted: true });

describe('generating a contract', () => {
  it('makes numbered text with its hash of an approved order, and tells of it without a name', async () => {
    const desk = await orderedDesk();
    const { status, body } = await generate(desk, desk.order.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({ number: 'HT-HQ-2026-000001', state: 'generated', version: 1 });
    expect(body.contentHash).toBe(contentHash(body.text));
    for (const part of [
      '王小明',
      desk.order.number,
      'CNY 2,469.12',
      '人民币贰仟肆佰陆拾玖元壹角贰分',
      'Test Travel',
    ])
      expect(body.text).toContain(part);
    expect(await desk.sales.get(contracts(`/${body.id}`))).toMatchObject({
      status: 200,
      body: { text: body.text, signature: null },
    });
    const { rows } = await world.admin.query(
      `select envelope as told from itinerary.outbox where aggregate_id = $1
       union all select after::text from itinerary.audit_records where object_id = $1::text`,
      [body.id],
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('王小明');
  });

  it('numbers contracts without gaps when many are made at once, and when some are refused', async () => {
    const desk = await openDesk(world);
    const departure = await openTrip(desk);
    const orders = await Promise.all(
      Array.from({ length: 20 }, () => approvedOrder(world, desk, departure.id, [desk.travellerIds[0]])),
    );
    // Every order is asked for twice at once: one contract each, and a refusal that gives its number back.
    const answers = await Promise.all(
      [...orders, ...orders].map(({ id }) => insistently(() => generate(desk, id))),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 20 }, () => [409, 'itinerary/live-contract']),
    );
    const numbers = answers.flatMap(({ status, body }) => (status === 201 ? [body.number] : []));
    expect(numbers.toSorted()).toEqual(
      Array.from({ length: 20 }, (_none, index) => `HT-HQ-2026-${String(index + 1).padStart(6, '0')}`),
    );
    const next = await approvedOrder(world, desk, departure.id, [desk.travellerIds[0]]);
    expect((await generate(desk, next.id)).body.number).toBe('HT-HQ-2026-000021');
  });

  it('needs an order that is approved, known and within reach', async () => {
    const desk = await openDesk(world);
    const departure = await openTrip(desk);
    const { id } = await placeOrder(world, desk, departure.id);
    expect(await generate(desk, id)).toMatchObject({
      status: 409,
      body: { code: 'itinerary/order-not-approved' },
    });
    const unknown = { status: 422, body: { code: 'itinerary/no-such-order' } };
    expect(await generate(desk, newId())).toMatchObject(unknown);
    const stranger = await orderedDesk();
    expect(await generate(desk, stranger.order.id)).toMatchObject(unknown);
    expect(await generate({ sales: desk.operator }, id)).toMatchObject({ status: 403 });
  });

  it('gives the same contract again for the same idempotency key', async () => {
    const { sales, order } = await orderedDesk();
    const key = { 'idempotency-key': newId() };
    const first = await sales.post(contracts(), { orderId: order.id }, key);
    expect(first.status).toBe(201);
    expect(await sales.post(contracts(), { orderId: order.id }, key)).toMatchObject({
      status: 201,
      body: first.body,
    });
  });

  it('replaces an unsigned contract when told to, and only then', async () => {
    const { desk, contract, token } = await sentContract();
    expect(await generate(desk, desk.order.id)).toMatchObject({ body: { code: 'itinerary/live-contract' } });
    const next = await generate(desk, desk.order.id, { supersedes: contract.id });
    expect(next).toMatchObject({ status: 201, body: { number: 'HT-HQ-2026-000002', state: 'generated' } });
    expect(await sign(token)).toMatchObject({ status: 409, body: { code: 'itinerary/contract-superseded' } });
    const old = await desk.sales.get(contracts(`/${contract.id}`));
    expect(old.body).toMatchObject({ state: 'superseded', supersededBy: next.body.id });
    await eventually(async () =>
      expect(await publishedOf(world, contract.id)).toEqual([
        'contract.generated',
        'contract.sent',
        'contract.superseded',
      ]),
    );
  });

  it('is void when its order expires', async () => {
    const desk = await orderedDesk();
    const { body } = await generate(desk, desk.order.id);
    await expire(desk);
    await eventually(async () => {
      const read = await desk.sales.get<ContractAnswer>(contracts(`/${body.id}`));
      expect(read.body.state).toBe('void');
    });
    await eventually(async () =>
      expect(await publishedOf(world, body.id)).toEqual(['contract.generated', 'contract.voided']),
    );
  });
});

describe('an order that has ended', () => {
  it('gets no contract, although booking had it as approved when it was asked', async () => {
    const desk = await orderedDesk();
    await expire(desk);
    await eventually(async () => {
      const { rowCount } = await world.admin.query(
        'select from itinerary.trip_orders where order_id = $1 and ended',
        [desk.order.id],
      );
      expect(rowCount).toBe(1);
    });
    expect(await generate(desk, desk.order.id)).toMatchObject({
      status: 409,
      body: { code: 'itinerary/order-not-approved' },
    });
    const { rows } = await world.admin.query('select from itinerary.contracts where order_id = $1', [
      desk.order.id,
    ]);
    expect(rows).toHaveLength(0);
  });

  it('leaves no contract in force that was being made at the same moment', async () => {
    const desk = await orderedDesk();
    // The contract waits to be written, after it has been seen that the order stands.
    const holder = await world.admin.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table itinerary.contracts in share mode');
      const asked = generate(desk, desk.order.id);
      await waitsForLocks(1);
      await expire(desk);
      await waitsForLocks(2);
      await holder.query('commit');
      expect((await asked).status).toBe(201);
    } finally {
      holder.release(true);
    }
    await eventually(async () => {
      const { body } = await desk.sales.get<{ contracts: ContractAnswer[] }>(
        contracts(`?orderId=${desk.order.id}`),
      );
      expect(body.contracts.map(({ state }) => state)).toEqual(['void']);
    });
  });
});

/** Until so many transactions of itinerary wait for a lock. */
const waitsForLocks = (count: number) =>
  eventually(async () => {
    const { rowCount } = await world.admin.query(
      `select from pg_stat_activity where datname = current_database() and usename = 'yitu_itinerary' and wait_event_type = 'Lock'`,
    );
    expect(rowCount).toBe(count);
  });

describe('sending a contract', () => {
  it('gives the service that mails it a link that works for two weeks', async () => {
    const { desk, contract, sent, token } = await sentContract();
    expect(sent).toMatchObject({ version: 2, state: 'sent', linkExpiresAt: '2026-05-15T01:00:00Z' });
    const tasks = await desk.sales.get(`${world.url('itinerary')}/v1/tasks`);
    expect(tasks.body).toMatchObject({
      tasks: [
        { kind: 'contract-to-sign', count: 1, objects: [{ id: contract.id, number: contract.number }] },
      ],
    });
    const { rows } = await world.admin.query<{ envelope: string }>(
      `select envelope from itinerary.outbox where aggregate_id = $1`,
      [contract.id],
    );
    expect(JSON.stringify(rows)).not.toContain(token.slice(0, 40));
    for (const { envelope } of rows)
      expect(JSON.parse(envelope)).toMatchObject({ data: { branchId: desk.agency.headquartersId } });
    expect(await anonymous.get(`${signing()}?token=${token}`)).toMatchObject({
      status: 200,
      body: {
        number: contract.number,
        text: contract.text,
        contentHash: contract.contentHash,
        state: 'sent',
        timeZone: 'Asia/Shanghai',
      },
    });
    const stale = await desk.sales.post(contracts(`/${contract.id}/sending`), {}, ifMatch(1));
    expect(stale.status).toBe(412);
    const unseen = await desk.sales.post(contracts(`/${contract.id}/sending`));
    expect(unseen.status).toBe(428);
  });

  it('is for those who see the contract', async () => {
    const { desk, contract } = await sentContract();
    const elsewhere = await staffOf(desk.agency, 'sales', await desk.agency.openBranch('franchise'));
    const stranger = await openDesk(world);
    for (const nobody of [elsewhere, stranger.sales]) {
      expect((await nobody.get(contracts(`/${contract.id}`))).status).toBe(404);
      expect((await nobody.post(contracts(`/${contract.id}/sending`), {}, ifMatch(2))).status).toBe(404);
      expect((await nobody.get<{ contracts: unknown[] }>(contracts())).body.contracts).toEqual([]);
    }
    expect((await desk.manager.post(contracts(`/${contract.id}/sending`), {}, ifMatch(2))).status).toBe(403);
  });
});

describe('signing a contract', () => {
  it('keeps who signed which text, when and from where, once', async () => {
    const { desk, contract, token } = await sentContract();
    const answers = await Promise.all([sign(token), sign(token), sign(token)]);
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      200, 409, 409,
    ]);
    expect(await sign(token)).toMatchObject({ status: 409, body: { code: 'itinerary/contract-signed' } });
    const read = await desk.sales.get(contracts(`/${contract.id}`));
    expect(read.body).toMatchObject({
      state: 'signed',
      signature: { signerName: '王小明', contentHash: contract.contentHash, remoteAddress: '127.0.0.1' },
    });
    expect((await anonymous.get(`${signing()}?token=${token}`)).body).toMatchObject({ state: 'signed' });
    await eventually(async () =>
      expect(await publishedOf(world, contract.id)).toEqual([
        'contract.generated',
        'contract.sent',
        'contract.signed',
      ]),
    );
    const { rows } = await world.admin.query(
      `select envelope as told from itinerary.outbox where aggregate_id = $1
       union all select after::text from itinerary.audit_records where action = 'itinerary.contract.sign' and agency_id = $2`,
      [contract.id, desk.agency.id],
    );
    expect(JSON.stringify(rows)).not.toContain('王小明');
  });

  it('leaves a signature that the service itself cannot change', async () => {
    const { contract, token } = await sentContract();
    await sign(token);
    for (const statement of [
      `update itinerary.contract_signatures set signer_name = 'x' where contract_id = '${contract.id}'`,
      `delete from itinerary.contract_signatures where contract_id = '${contract.id}'`,
      `update itinerary.contracts set text = 'x' where id = '${contract.id}'`,
      `update itinerary.contracts set content_hash = repeat('0', 64) where id = '${contract.id}'`,
    ]) {
      const client = await world.admin.connect();
      try {
        await client.query('set role yitu_itinerary');
        await expect(client.query(statement)).rejects.toThrow('permission denied');
      } finally {
        client.release(true);
      }
    }
  });

  it('is refused when somebody has changed the text behind the service', async () => {
    const { desk, contract, token } = await sentContract();
    await world.admin.query(`update itinerary.contracts set text = text || ' 免费' where id = $1`, [
      contract.id,
    ]);
    expect(await sign(token)).toMatchObject({ status: 409, body: { code: 'itinerary/contract-altered' } });
    expect((await desk.sales.get(contracts(`/${contract.id}`))).body).toMatchObject({
      state: 'sent',
      signature: null,
    });
  });

  it('is refused with a link that was tampered with, made for something else, or is no link', async () => {
    const { desk, contract, sent, token } = await sentContract();
    const other = await sentContract();
    const [payload = '', mac = ''] = token.split('.');
    const forged = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace(contract.id, other.contract.id),
    ).toString('base64url');
    const survey = tokenOf(desk.agency.id, contract.id, sent.linkExpiresAt, 'crm.survey.answer');
    for (const bad of [
      `${forged}.${mac}`,
      `${payload}.${other.token.split('.')[1]}`,
      survey,
      'no-link-at-all',
    ])
      expect(await sign(bad)).toMatchObject({ status: 401, body: { code: 'access/invalid-link' } });
    const elsewhere = tokenOf(other.desk.agency.id, contract.id, sent.linkExpiresAt);
    expect(await sign(elsewhere)).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
  });

  it('needs a name and the word that it is accepted', async () => {
    const { token } = await sentContract();
    for (const [body, field, rule] of [
      [{ token, signerName: '王小明', accepted: false }, '/body/accepted', 'const'],
      [{ token, signerName: '', accepted: true }, '/body/signerName', 'minLength'],
      [{ token, signerName: '王小明', accepted: true, name: 1 }, '/body/name', 'additionalProperties'],
    ] as const) {
      const answer = await anonymous.post<{ errors: object[] }>(signing(), body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ field, rule })]));
    }
  });

  it('is over when the link has expired', async () => {
    const { desk, contract } = await sentContract();
    const past = tokenOf(desk.agency.id, contract.id, clock.now().toString());
    expect(await sign(past)).toMatchObject({ status: 410, body: { code: 'access/expired-link' } });
    expect((await anonymous.get(`${signing()}?token=${past}`)).status).toBe(410);
  });
});

describe('the number', () => {
  it("carries the branch's code and goes its own way there", async () => {
    const desk = await openDesk(world);
    const branchId = await desk.agency.openBranch('owned');
    await knowsBranches(world, desk.agency, 2);
    const sales = await staffOf(desk.agency, 'sales', branchId);
    const departure = await openTrip(desk);
    const customerId = await enterCustomer(world, sales);
    const order = await approvedOrder(world, { ...desk, sales, customerId }, departure.id, [], 2);
    const { body } = await generate({ sales }, order.id);
    expect(body.number).toMatch(/^HT-B[0-9A-F]{4}-2026-000001$/);
  });
});

describe('the link for the service that mails it', () => {
  it('is the one the customer signs with, until the contract is signed', async () => {
    const { desk, contract, token } = await sentContract();
    const unsent = await generate(desk, (await approvedOrder(world, desk, desk.departure.id)).id);
    const notifications = await neighbour(world, 'notifications');
    const finance = await neighbour(world, 'finance');
    const link = (
      { ask }: Neighbour,
      contractId: string,
      service = 'notifications',
      agencyId = desk.agency.id,
    ) => ask(itinerary.ContractsServiceService.getSigningLink, { contractId }, onBehalfOf(agencyId, service));
    try {
      expect(await link(notifications, contract.id)).toEqual({
        link: `${world.environment('itinerary')['PUBLIC_URL']}/links/contract?token=${token}`,
        contractNumber: contract.number,
      });
      await expect(link(finance, contract.id, 'finance')).rejects.toThrow('access/caller-not-allowed');
      await expect(link(notifications, unsent.body.id)).rejects.toThrow('itinerary/contract-state');
      await expect(link(notifications, newId())).rejects.toThrow('request/not-found');
      const stranger = await world.foundAgency();
      await expect(link(notifications, contract.id, 'notifications', stranger.id)).rejects.toThrow(
        'request/not-found',
      );
      await sign(token);
      await expect(link(notifications, contract.id)).rejects.toThrow('itinerary/contract-state');
    } finally {
      await notifications.close();
      await finance.close();
    }
  });
});
