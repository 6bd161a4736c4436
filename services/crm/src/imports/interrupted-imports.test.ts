import {
  createClient,
  eventually,
  spawnService,
  startWorld,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import type { PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tableDesk } from './fixtures/table-desk.ts';

let world: World;
let desk: ReturnType<typeof tableDesk>;
/** While it holds the lock, whoever enters a customer called 停 waits. */
let gate: PoolClient;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
  desk = tableDesk(world);
  await world.admin.query(`
    create function crm.wait_at_the_gate() returns trigger language plpgsql as $$
      begin if new.name->>'zh' = '停' then perform pg_advisory_xact_lock(7); end if; return new; end $$;
    create trigger gate before insert on crm.customers for each row execute function crm.wait_at_the_gate();`);
});
afterAll(() => world.close());
beforeEach(async () => {
  gate = await world.admin.connect();
  await gate.query('select pg_advisory_lock(7)');
});
const open = () => gate.query('select pg_advisory_unlock_all()');
afterEach(async () => {
  await open();
  gate.release();
});

/** 300 rows; work stops at row 41, in the second transaction, while the gate is closed. */
const file = `中文姓名,电话\n${Array.from({ length: 300 }, (_, at) => `${at === 39 ? '停' : `欧阳${at}`},${13_900_000_000 + at}\n`).join('')}`;

async function begun(table = file) {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  const { body } = await desk.send(sales, 'dryRun=false', table);
  await atTheGate();
  return { agency, sales, id: body.id };
}

const atTheGate = () =>
  eventually(async () => {
    const { rowCount } = await world.admin.query(
      "select from pg_locks where locktype = 'advisory' and objid = 7 and not granted",
    );
    expect(rowCount).toBe(1);
  }, 30_000);

/** A transaction waits for one that is at the gate. */
const someoneWaits = () =>
  eventually(async () => {
    const { rowCount } = await world.admin.query(
      "select from pg_locks where locktype = 'transactionid' and not granted",
    );
    expect(rowCount).toBeGreaterThan(0);
  }, 20_000);

/** All of the timers of this name are on their way. */
const published = ({ id }: TestAgency, timer: string) =>
  eventually(async () => {
    const { rows } = await world.admin.query<{ published: boolean }>(
      `select published_at is not null as published from crm.outbox where agency_id = $1 and subject like $2`,
      [id, `tmr.%.import.${timer}.v1`],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.published)).toBe(true);
  }, 20_000);

const eventsOf = async ({ id }: TestAgency, noun: string) =>
  (
    await world.admin.query<{ about: string }>(
      `select aggregate_id as about from crm.outbox where agency_id = $1 and subject like $2`,
      [id, `evt.%.crm.${noun}.v1`],
    )
  ).rows.map(({ about }) => about);

async function keptOf(importId: string) {
  const { rows } = await world.admin.query<{ input: string | null; state: string }>(
    'select input, state from crm.import_rows where import_id = $1 order by row_number',
    [importId],
  );
  return rows;
}

/** A rotation of the agency's data keys, begun. */
async function rotate({ id: agencyId }: TestAgency) {
  const { body: session } = await createClient().post<{ accessToken: string }>(
    `${world.url('identity')}/v1/operator-sessions`,
    { secret: world.surroundings.secrets.operatorSecret },
  );
  const operator = createClient(session.accessToken);
  const keys = { kind: 'data-keys', agencyId };
  const startedAt = new Date().toISOString();
  const begin = await operator.post(desk.url('/vault-rotations/beginnings'), { ...keys, startedAt });
  expect(begin.status).toBe(200);
  return { step: () => operator.post(desk.url('/vault-rotations/steps'), { ...keys, after: null }) };
}

const repeatMessage = (agencyId: string) =>
  world.admin.query(
    `insert into crm.outbox (agency_id, id, occurred_at, subject, aggregate_id, aggregate_version, envelope, not_before)
     select agency_id, new_id, occurred_at, subject, aggregate_id, 0, replace(envelope, id::text, new_id::text), now()
     from (select *, uuidv7() as new_id from crm.outbox where agency_id = $1 and subject like '%.import.rows-due.v1' order by id limit 1) as first`,
    [agencyId],
  );

describe('an import whose process dies between rows', () => {
  it('enters each row once, and tells of each once', async () => {
    await world.stop('crm');
    const crm = await spawnService(world, 'crm');
    const { agency, sales, id } = await begun();
    process.kill(crm.pid, 'SIGKILL');
    await crm.exited;
    await open();
    // The first transaction stays, nothing of the second does.
    expect(await desk.count(agency)).toBe(25);
    await world.start('crm');
    for (let time = 0; time < 4; time++) await repeatMessage(agency.id);
    expect(await desk.ended(sales, id)).toMatchObject({ state: 'finished', created: 300, present: 0 });
    expect(await desk.count(agency)).toBe(300);
    const told = await eventsOf(agency, 'customer.registered');
    expect([told.length, new Set(told).size]).toEqual([300, 300]);
    expect(await eventsOf(agency, 'import.finished')).toEqual([id]);
  });
});

describe('what the rows of an import say', () => {
  it('is sealed while they wait, goes with each that is done, and cannot be opened by anybody after its end', async () => {
    const { sales, id } = await begun();
    const waiting = await keptOf(id);
    expect(waiting.filter(({ state }) => state === 'waiting')).toHaveLength(275);
    for (const { input, state } of waiting)
      expect(input ?? 'none').toMatch(state === 'waiting' ? /^v1\.1\.[\w-]{40,}$/ : /^none$/);
    await open();
    await desk.ended(sales, id);
    expect((await keptOf(id)).every(({ input }) => input === null)).toBe(true);
    const { rows } = await world.admin.query(
      'select wrapped, erased_at is not null as erased from crm.person_keys where person_id = $1',
      [id],
    );
    expect(rows).toEqual([{ wrapped: null, erased: true }]);
  });

  it('is sealed again by a rotation of the keys between two transactions that work on it', async () => {
    const { agency, sales, id } = await begun();
    const rotation = await rotate(agency);
    const between = await world.admin.connect();
    try {
      const turn = between.query(`begin; select from crm.imports where id = '${id}' for update`);
      await open();
      await turn;
      expect(await rotation.step()).toMatchObject({ status: 200, body: { done: 1 } });
      for (const { input } of (await keptOf(id)).filter(({ state }) => state === 'waiting'))
        expect(input).toMatch(/^v1\.2\./);
      await between.query('rollback');
    } finally {
      between.release();
    }
    expect(await desk.ended(sales, id)).toMatchObject({ state: 'finished', created: 300 });
    expect((await keptOf(id)).every(({ input }) => input === null)).toBe(true);
  });

  it('is left alone by a rotation while it is worked on, so that neither waits for the other', async () => {
    const { agency, sales, id } = await begun('中文姓名,电话\n欧阳一,13900000001\n停,13900000002\n');
    const rotation = await rotate(agency);
    expect(await rotation.step()).toMatchObject({ status: 200, body: { done: 0, finished: false } });
    await open();
    expect(await desk.ended(sales, id)).toMatchObject({ state: 'finished', created: 2 });
    expect(await rotation.step()).toMatchObject({ status: 200, body: { done: 0 } });
  });

  it('is left alone while somebody stops it', async () => {
    const { agency, sales, id } = await begun();
    const rotation = await rotate(agency);
    const last = await world.admin.connect();
    try {
      await last.query(
        `begin; select from crm.import_rows where import_id = '${id}' and row_number = 301 for update`,
      );
      const cancelled = sales.post(desk.url(`/imports/${id}/cancellations`), {}, { 'if-match': '"1"' });
      await someoneWaits();
      await open();
      await eventually(async () => {
        const { rowCount } = await world.admin.query(
          `select from pg_stat_activity where usename = 'yitu_crm' and wait_event_type = 'Lock' and query like '%set input = null%'`,
        );
        expect(rowCount).toBe(1);
      });
      expect(await rotation.step()).toMatchObject({ status: 200, body: { done: 0, finished: false } });
      await last.query('rollback');
      expect((await cancelled).status).toBe(200);
    } finally {
      last.release();
    }
  });

  it('is given up a day later where nobody has worked on it', async () => {
    const { agency, sales, id } = await begun();
    const { rows } = await world.admin.query<{ hours: number }>(
      `select extract(epoch from not_before - occurred_at)::integer / 3600 as hours from crm.outbox where agency_id = $1 and subject like '%.import.expiry-due.v1'`,
      [agency.id],
    );
    expect(rows).toEqual([{ hours: 24 }]);
    await world.admin.query(
      `update crm.outbox set not_before = now() where agency_id = $1 and subject like '%.import.expiry-due.v1'`,
      [agency.id],
    );
    await published(agency, 'expiry-due');
    await open();
    expect(await desk.ended(sales, id)).toMatchObject({ state: 'cancelled' });
    expect((await keptOf(id)).every(({ input }) => input === null)).toBe(true);
  });
});

describe('an import into a branch that is closed meanwhile', () => {
  it('enters nobody there from then on', async () => {
    const { agency, sales, id } = await begun();
    await world.admin.query('update crm.branches set closed = true where agency_id = $1 and id = $2', [
      agency.id,
      sales.branchId,
    ]);
    await open();
    // The transaction at the gate had looked at its rows before.
    expect(await desk.ended(sales, id)).toMatchObject({ state: 'finished', created: 50, refused: 250 });
    expect(await desk.count(agency)).toBe(50);
    const rows = await desk.rowsOf(sales, id);
    expect(rows.at(-1)?.problems).toMatchObject([{ rule: 'directory/branch-closed' }]);
  });
});

describe('an import that is stopped', () => {
  it('keeps what its rows have become and enters no more', async () => {
    const { agency, sales, id } = await begun();
    const cancel = (version: number) =>
      sales.post(desk.url(`/imports/${id}/cancellations`), {}, { 'if-match': `"${version}"` });
    const cancelled = cancel(1);
    await someoneWaits();
    await open();
    expect((await cancelled).status).toBe(200);
    expect((await cancel(1)).status).toBe(412);
    const { state, created, waiting } = await desk.ended(sales, id);
    expect([state, created + waiting, waiting > 0]).toEqual(['cancelled', 300, true]);
    await repeatMessage(agency.id);
    await published(agency, 'rows-due');
    expect(await desk.count(agency)).toBe(created);
    expect(await eventsOf(agency, 'import.cancelled')).toEqual([id]);
  });

  it('is so when its author leaves, and what they have entered is handed over', async () => {
    const { agency, sales, id } = await begun();
    const successor = await agency.staff('sales');
    const departed = await agency.administrator.post(
      `${world.url('identity')}/v1/users/${sales.userId}/departure`,
      { successorId: successor.userId },
      { 'if-match': '"1"' },
    );
    expect(departed.status).toBe(200);
    await someoneWaits();
    await open();
    await eventually(async () => {
      const { rows } = await world.admin.query('select state from crm.imports where id = $1', [id]);
      expect(rows).toEqual([{ state: 'cancelled' }]);
    }, 30_000);
    const { rows } = await world.admin.query(
      'select distinct owner_id as "ownerId" from crm.customers where agency_id = $1',
      [agency.id],
    );
    expect(rows).toEqual([{ ownerId: successor.userId }]);
  });
});
