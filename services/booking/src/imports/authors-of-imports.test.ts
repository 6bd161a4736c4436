import { eventually, startWorld, type Staff, type World } from '@yitu/testkit';
import type { PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { later } from '../fixtures/catalogue.ts';

let world: World;
/** While it holds the lock, whoever schedules the departure STOP waits. */
let gate: PoolClient;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'booking'] });
  await world.admin.query(`
    create function booking.wait_at_the_gate() returns trigger language plpgsql as $$
      begin if new.group_number = 'STOP' then perform pg_advisory_xact_lock(7); end if; return new; end $$;
    create trigger gate before insert on booking.departures for each row execute function booking.wait_at_the_gate();`);
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

const url = (path: string) => `${world.url('booking')}/v1${path}`;

async function send(who: Staff, kind: string, lines: readonly string[]) {
  const response = await fetch(url(`/imports?kind=${kind}&dryRun=false`), {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'text/csv' },
    body: lines.join('\n'),
  });
  return { status: response.status, body: (await response.json()) as { id: string; code?: string } }; // the test says what it expects
}

const ended = (id: string, state = 'finished') =>
  eventually(async () => {
    const { rows } = await world.admin.query('select state from booking.imports where id = $1', [id]);
    expect(rows).toEqual([{ state }]);
  }, 30_000);

const products = [
  'Product code,Kind,Name (zh),Name (en),Summary (zh),Summary (en),Country,City,Days,Nights',
  'GL-1,跟团游,漓江,Li river,纯玩,No shopping,CN,桂林,5,4',
];
const trips = (...groups: string[]) => [
  'Group number,产品编号,出发日期,Returns on,Capacity,Currency,成人价',
  ...groups.map((group) => `${group},GL-1,${later(30)},${later(34)},20,CNY,1299.50`),
];

async function openBranch() {
  const agency = await world.foundAgency();
  const branchId = await agency.openBranch();
  const [manager, operator] = [
    await agency.staff('project-manager'),
    await agency.staff('operator', branchId),
  ];
  const { body } = await send(manager, 'products', products);
  await ended(body.id);
  await eventually(async () => {
    const { rowCount } = await world.admin.query('select from booking.branches where id = $1', [branchId]);
    expect(rowCount).toBe(1);
  });
  return { agency, branchId, manager, operator };
}

async function stoppedAt(operator: Staff, ...groups: string[]) {
  const { body } = await send(operator, 'departures', trips(...groups));
  await eventually(async () => {
    const { rowCount } = await world.admin.query(
      "select from pg_locks where locktype = 'advisory' and objid = 7 and not granted",
    );
    expect(rowCount).toBe(1);
  }, 30_000);
  return body.id;
}

const close = (branchId: string) =>
  world.admin.query('update booking.branches set closed = true where id = $1', [branchId]);

describe('departures that are imported', () => {
  it("are operated by their author's branch, as if scheduled one by one", async () => {
    const { agency, branchId, manager, operator } = await openBranch();
    for (const [who, group] of [
      [operator, 'B-1'],
      [manager, 'H-1'],
    ] as const)
      await ended((await send(who, 'departures', trips(group))).body.id);
    const { rows } = await world.admin.query(
      'select group_number as "group", operating_branch_id as "by" from booking.departures where agency_id = $1 order by 1',
      [agency.id],
    );
    expect(rows).toEqual([
      { group: 'B-1', by: branchId },
      { group: 'H-1', by: manager.branchId },
    ]);
  });

  it('are none of a branch that is closed, whether it was before or is meanwhile', async () => {
    const { branchId, operator } = await openBranch();
    const id = await stoppedAt(operator, 'A-1', 'STOP', 'A-2');
    await close(branchId);
    await open();
    await ended(id);
    const { rows } = await world.admin.query(
      "select row_number as row, state, problems->0->>'rule' as rule from booking.import_rows where import_id = $1 order by 1",
      [id],
    );
    expect(rows).toEqual([
      { row: 2, state: 'created', rule: null },
      { row: 3, state: 'created', rule: null },
      { row: 4, state: 'refused', rule: 'directory/branch-closed' },
    ]);
    expect(await send(operator, 'departures', trips('A-3'))).toMatchObject({
      ...{ status: 409, body: { code: 'directory/branch-closed' } },
    });
  });
});

describe('an import that runs', () => {
  it('is stopped when its author leaves', async () => {
    const { agency, operator } = await openBranch();
    const others = Array.from({ length: 60 }, (_, at) => `D-${at}`);
    const id = await stoppedAt(operator, 'STOP', ...others);
    const successor = await agency.staff('operator');
    const departed = await agency.administrator.post(
      `${world.url('identity')}/v1/users/${operator.userId}/departure`,
      { successorId: successor.userId },
      { 'if-match': '"1"' },
    );
    expect(departed.status).toBe(200);
    await eventually(async () => {
      const { rowCount } = await world.admin.query(
        "select from pg_locks where locktype = 'transactionid' and not granted",
      );
      expect(rowCount).toBeGreaterThan(0);
    }, 20_000);
    await open();
    await ended(id, 'cancelled');
    const { rows } = await world.admin.query(
      'select count(*)::integer as scheduled from booking.departures where agency_id = $1',
      [agency.id],
    );
    expect(rows).toEqual([{ scheduled: 25 }]);
  });
});
