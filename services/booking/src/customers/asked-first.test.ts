import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderAnswer } from '../fixtures/desk.ts';
import { openQuotingDesk } from '../fixtures/quoting.ts';
import { nameTraveller, registerShopper, type Shopper } from '../fixtures/shopper.ts';
import { createTeller } from '../fixtures/teller.ts';

let world: World;
let teller: Awaited<ReturnType<typeof createTeller>>;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking'] });
  teller = await createTeller(world);
});
afterAll(async () => {
  await teller.close();
  await world.close();
});

const url = (path: string) => `${world.url('booking')}/v1${path}`;
const at = (version: number) => ({ 'if-match': `"${version}"` });
const counts = [{ category: 'adult', count: 1 }];

/** A customer of somebody's with an order; everybody of the agency may see them. */
const setOut = async () => {
  const desk = await openQuotingDesk(world);
  const shopper = await registerShopper(world, teller, desk.agency);
  const account = await desk.agency.staff('account-manager');
  return { desk, shopper, account };
};
type Set = Awaited<ReturnType<typeof setOut>>;

/** A traveller crm has, but of whom booking has not been told. */
async function untold(shopper: Shopper): Promise<{ travellerId: string; category: string }> {
  const travellerId = await nameTraveller(world, shopper);
  await eventually(async () => {
    const { rowCount } = await world.admin.query('delete from booking.travellers where id = $1', [
      travellerId,
    ]);
    expect(rowCount).toBe(1);
  });
  return { travellerId, category: 'adult' };
}

interface Look {
  readonly asked: boolean;
  readonly open: string[];
}
/** Whether crm waits, and which requests to booking have a transaction open. */
const look = async () => {
  const { rows } = await world.admin.query<Look>(
    `select bool_or(usename = 'yitu_crm' and wait_event_type = 'Lock') as asked,
       coalesce(array_agg(xact_start::text || ' ' || query) filter (where usename = 'yitu_booking' and state like 'idle in transaction%'), '{}') as open
     from pg_stat_activity where datname = current_database()`,
  );
  const seen = rows[0];
  if (!seen?.asked) throw new Error('crm is not asked');
  return seen.open;
};

/** Has crm wait for its own table while `work` asks it. @returns what `work` came to, and the transactions that booking had open all the while */
async function whileCrmThinks(
  work: () => Promise<{ status: number; body: { code?: string } }>,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
) {
  const lock = await world.admin.connect();
  try {
    await lock.query('begin; lock table crm.travellers in access exclusive mode');
    const answer = work();
    const before = await eventually(look);
    const after = await look();
    await meanwhile();
    await lock.query('rollback');
    const { status, body } = await answer;
    return { open: after.filter((one) => before.includes(one)), status, code: body.code };
  } finally {
    lock.release();
  }
}

const ordered = async (by: Shopper, { desk }: Set) =>
  (await by.post<OrderAnswer>(url('/own-orders'), { departureId: desk.departureId, counts })).body;

const requests: [
  string,
  (set: Set, travellers: object[]) => Promise<() => Promise<{ status: number; body: OrderAnswer }>>,
][] = [
  [
    'an order',
    ({ desk, shopper, account }, travellers) => {
      const body = { customerId: shopper.customerId, departureId: desk.departureId, counts, travellers };
      return Promise.resolve(() => account.post(url('/orders'), body));
    },
  ],
  [
    'a changed order',
    async ({ desk, shopper, account }, travellers) => {
      const body = { customerId: shopper.customerId, departureId: desk.departureId, counts };
      const order = (await account.post<OrderAnswer>(url('/orders'), body)).body;
      return () => account.put(url(`/orders/${order.id}`), { counts, travellers }, 1);
    },
  ],
  [
    'an order of one’s own',
    ({ desk, shopper }, travellers) =>
      Promise.resolve(() =>
        shopper.post(url('/own-orders'), { departureId: desk.departureId, counts, travellers }),
      ),
  ],
  [
    'a changed order of one’s own',
    async (set, travellers) => {
      const order = await ordered(set.shopper, set);
      return () => set.shopper.put(url(`/own-orders/${order.id}`), { counts, travellers }, 1);
    },
  ],
  [
    'a place on the waiting list',
    async ({ desk, shopper }, travellers) => {
      await world.admin.query('update booking.departures set remaining = 0 where id = $1', [
        desk.departureId,
      ]);
      const body = { departureId: desk.departureId, counts, travellers };
      return () => shopper.post(url('/own-waiting-entries'), body);
    },
  ],
  [
    'an order of one’s own quotation',
    async ({ desk, shopper }, travellers) => {
      const { body } = await desk.quote({ customerId: shopper.customerId });
      const sent = (await desk.step(body, 'sending')).body;
      const accepted = await shopper.post<OrderAnswer>(
        url(`/own-quotations/${sent.id}/acceptance`),
        {},
        at(sent.version),
      );
      expect(accepted.status).toBe(200);
      return () =>
        shopper.post(url(`/own-quotations/${sent.id}/order`), { travellers }, at(accepted.body.version));
    },
  ],
];

describe('what only crm can tell is asked while no transaction is open', () => {
  it.each(requests)('for %s', async (_what, prepare) => {
    const set = await setOut();
    const request = await prepare(set, [await untold(set.shopper)]);
    const { open, status, code } = await whileCrmThinks(request);
    expect({ open, code }).toEqual({ open: [], code: undefined });
    expect([200, 201]).toContain(status);
  });

  it('so that others change meanwhile what it is about; then it is decided by what it is by then', async () => {
    const set = await setOut();
    const order = await ordered(set.shopper, set);
    const travellers = [await untold(set.shopper)];
    const change = (body: object) => set.shopper.put<OrderAnswer>(url(`/own-orders/${order.id}`), body, 1);
    let meanwhile = 0;
    const { status } = await whileCrmThinks(
      () => change({ counts, travellers }),
      async () => {
        meanwhile = (await change({ counts: [{ category: 'adult', count: 2 }] })).status;
      },
    );
    expect([meanwhile, status]).toEqual([200, 412]);
  });

  it('all of it at once: what customer it is, and whether the travellers are theirs', async () => {
    const { desk, shopper, account } = await setOut();
    const travellers = [await untold(shopper)];
    const { customerId } = shopper;
    const forgotten = await world.admin.query('delete from booking.customers where id = $1', [customerId]);
    expect(forgotten.rowCount).toBe(1);
    const lock = await world.admin.connect();
    try {
      await lock.query('begin; lock table crm.customers, crm.travellers in access exclusive mode');
      const body = { customerId, departureId: desk.departureId, counts, travellers };
      const answer = account.post<OrderAnswer>(url('/orders'), body);
      await eventually(async () => {
        const { rowCount } = await world.admin.query(
          `select from pg_stat_activity where datname = current_database() and usename = 'yitu_crm' and wait_event_type = 'Lock'`,
        );
        expect(rowCount).toBe(2);
      });
      await lock.query('rollback');
      expect((await answer).status).toBe(201);
    } finally {
      lock.release();
    }
  });

  it('and is done once a key, also where equal requests ask at once, and where crm cannot be asked again', async () => {
    const { desk, shopper, account } = await setOut();
    const travellers = [await untold(shopper)];
    const { customerId } = shopper;
    const body = { customerId, departureId: desk.departureId, counts, travellers };
    const key = { 'idempotency-key': crypto.randomUUID() };
    const order = () => account.post<OrderAnswer>(url('/orders'), body, key);
    const answers = await Promise.all([order(), order(), order()]);
    await world.stop('crm');
    try {
      answers.push(await order());
    } finally {
      await world.start('crm');
    }
    const [first] = answers;
    expect(answers.map(({ status, body: said }) => [status, said.id])).toEqual(
      answers.map(() => [201, first?.body.id]),
    );
    const { rows } = await world.admin.query(
      `select (select count(*)::integer from booking.orders where customer_id = $1) as orders,
         (select count(*)::integer from booking.outbox where aggregate_id = $2 and subject like '%.order.placed.v1') as told,
         (select capacity - remaining from booking.departures where id = $3) as seats`,
      [customerId, first?.body.id, desk.departureId],
    );
    expect(rows).toEqual([{ orders: 1, told: 1, seats: 1 }]);
  });

  it('and is refused as before: nobody else’s travellers', async () => {
    const set = await setOut();
    const foreign = await untold(await registerShopper(world, teller, set.desk.agency));
    for (const [, prepare] of requests) {
      const request = await prepare(await setOut(), [foreign]);
      expect((await request()).body.code).toBe('booking/no-such-traveller');
    }
  });
});
