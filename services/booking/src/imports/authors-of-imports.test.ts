import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
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

async function send(who: Staff, kind: string, lines: readonly string[], dryRun = false) {
  const response = await fetch(url(`/imports?kind=${kind}&dryRun=${dryRun}`), {
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

/** Departures whose rows name a branch; an empty name is none. */
const named = (branches: readonly string[]) => {
  const [head = '', ...rows] = trips(...branches.map((_, at) => `N-${at}`));
  return [`${head},Operating branch`, ...rows.map((row, at) => `${row},${branches[at]}`)];
};
const rowsOf = async (importId: string) => {
  const { rows } = await world.admin.query<object>(
    `select row_number as row, state, problems->0->>'rule' as rule, problems->0->'column'->>'zh' as column
     from booking.import_rows where import_id = $1 order by 1`,
    [importId],
  );
  return rows;
};
const operatedBy = async ({ id }: { id: string }) => {
  const { rows } = await world.admin.query<{ group: string; by: string }>(
    'select group_number as "group", operating_branch_id as "by" from booking.departures where agency_id = $1 order by 1',
    [id],
  );
  return rows;
};

/** Somebody who schedules and takes in departures for their branch alone. */
async function within({ administrator, staff }: TestAgency, branchId: string): Promise<Staff> {
  const role = await administrator.post(`${world.url('identity')}/v1/roles`, {
    ...{ code: 'branch-scheduler', name: { zh: '门店计调', en: 'Branch scheduler' } },
    grants: [
      { permission: 'booking.departure.schedule', reach: 'branch' },
      { permission: 'booking.import.start', reach: 'agency' },
    ],
  });
  expect(role.status).toBe(201);
  return staff('branch-scheduler', branchId);
}

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
    expect(await operatedBy(agency)).toEqual([
      { group: 'B-1', by: branchId },
      { group: 'H-1', by: manager.branchId },
    ]);
  });

  it('are operated by the branch a row names by its code or name, where its author may let it', async () => {
    const { agency, branchId, manager } = await openBranch();
    const { rows: known } = await world.admin.query<{ code: string; zh: string; en: string }>(
      `update booking.branches set name = '{"zh":"阳朔西街店","en":"Yangshuo"}' where id = $1
       returning code, name ->> 'zh' as zh, name ->> 'en' as en`,
      [branchId],
    );
    const other = await agency.openBranch();
    await eventually(async () => {
      const { rowCount } = await world.admin.query(
        'update booking.branches set closed = true where id = $1',
        [other],
      );
      expect(rowCount).toBe(1);
    });
    const { rows: over } = await world.admin.query<{ code: string }>(
      'select code from booking.branches where id = $1',
      [other],
    );
    const { code = '', zh = '', en = '' } = known[0] ?? {};
    const headquarters = await world.admin.query<{ code: string }>(
      'select code from booking.branches where id = $1',
      [agency.headquartersId],
    );
    const file = named([code.toLowerCase(), zh, en, 'NOWHERE', over[0]?.code ?? '', '']);
    const { body: tried } = await send(manager, 'departures', file, true);
    await ended(tried.id);
    const refusals = [
      ...[2, 3, 4, 7].map((row) => ({ row, state: 'created', rule: null, column: null })),
      { row: 5, state: 'refused', rule: 'no-such-branch', column: '操作分支' },
      { row: 6, state: 'refused', rule: 'branch-closed', column: '操作分支' },
    ].toSorted((one, two) => one.row - two.row);
    expect(await rowsOf(tried.id)).toEqual(refusals);
    expect(await operatedBy(agency)).toEqual([]);
    const { body } = await send(manager, 'departures', file);
    await ended(body.id);
    expect(await rowsOf(body.id)).toEqual(refusals);
    expect(await operatedBy(agency)).toEqual([
      { group: 'N-0', by: branchId },
      { group: 'N-1', by: branchId },
      { group: 'N-2', by: branchId },
      { group: 'N-5', by: manager.branchId },
    ]);
    const scheduler = await within(agency, branchId);
    const { body: theirs } = await send(
      scheduler,
      'departures',
      named([code, headquarters.rows[0]?.code ?? '', 'NOWHERE']).map((line) => line.replace('N-', 'O-')),
    );
    await ended(theirs.id);
    expect(await rowsOf(theirs.id)).toEqual([
      { row: 2, state: 'created', rule: null, column: null },
      { row: 3, state: 'refused', rule: 'out-of-reach', column: '操作分支' },
      { row: 4, state: 'refused', rule: 'no-such-branch', column: '操作分支' },
    ]);
  });

  it('name a branch that others are called like by its code', async () => {
    const { agency, branchId, manager } = await openBranch();
    await world.admin.query(
      `update booking.branches set name = '{"zh":"同名","en":"Alike"}' where agency_id = $1`,
      [agency.id],
    );
    const { rows } = await world.admin.query<{ code: string }>(
      `update booking.branches set code = '同名' where id = $1 returning code`,
      [branchId],
    );
    const { body } = await send(manager, 'departures', named(['Alike', rows[0]?.code ?? '']));
    await ended(body.id);
    expect(await rowsOf(body.id)).toMatchObject([{ rule: 'several-branches' }, { state: 'created' }]);
    expect(await operatedBy(agency)).toEqual([{ group: 'N-1', by: branchId }]);
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
