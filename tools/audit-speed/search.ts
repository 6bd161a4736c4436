import { newId, systemClock } from '@yitu/kernel';
import { perform, type Database, type UnitOfWork } from '@yitu/persistence';
import type { Client } from 'pg';
import { findEntries, type Wanted } from '../../services/identity/src/audit/search-entries.ts';

const entries = 1_000_000;
const pageSize = 50;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Actual Loops'?: number;
  readonly Plans?: readonly Plan[];
}

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: Plan; readonly 'Execution Time': number }];
}

/** What one page of a search costs. */
interface Cost {
  readonly ms: number;
  readonly scans: string;
  /** Rows that were touched to find it. */
  readonly touched: number;
}

/** One agency's trail over four months: 300 people in 50 branches, two of whom never do what the other does. @returns its id */
export async function generateTrail(owner: Client): Promise<string> {
  const agencyId = newId();
  await owner.query(
    `insert into identity.audit_entries (agency_id, sequence, hash, service, id, occurred_at, actor, branch_id, action, object_type, object_id, change, after)
     select $1, n, sha256(n::text::bytea), case when n % 10 < 5 then 'booking' when n % 10 < 8 then 'crm' else 'finance' end, uuidv7(), now() + n * interval '9 seconds',
       'user:' || lpad(to_hex(case when n % 10 < 3 then 0 else n % 300 end), 8, '0') || '-0000-7000-8000-000000000000',
       (lpad(to_hex(case when n % 50000 = 5 then 99 else n % 50 end), 8, '0') || '-0000-7000-8000-000000000000')::uuid,
       case when n % 10 < 3 then 'booking.order.place' when n % 50000 = 4 then 'crm.person.erase' else 'crm.customer.' || n % 7 end,
       case when n % 10 < 3 then 'Order' when n % 50000 = 4 then 'Traveller' else 'Customer' end,
       lpad(to_hex(n % 300000), 8, '0') || '-0000-7000-8000-000000000000', 'update', '{"name":"***","state":"in-review"}'
     from generate_series(1, ${entries}) as n`,
    [agencyId],
  );
  await owner.query('vacuum analyze identity.audit_entries');
  return agencyId;
}

const id = (n: number) => `${n.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`;
const inDays = (days: number) =>
  Temporal.Now.instant()
    .add({ hours: 24 * days })
    .toString();

const searches: Readonly<Record<string, Wanted>> = {
  everything: {},
  person: { userId: id(7) },
  'busy person': { userId: id(0) },
  object: { objectId: id(4_711) },
  'kind of object': { objectType: 'Order' },
  action: { action: 'crm.customer.3' },
  'rare action': { action: 'crm.person.erase' },
  service: { service: 'finance' },
  time: { from: inDays(30), to: inDays(31) },
  'person, action': { userId: id(7), action: 'crm.customer.3' },
  'person, action never done': { userId: id(0), action: 'crm.customer.3' },
  'person, kind of object never touched': { userId: id(0), objectType: 'Customer' },
  'person, service never used': { userId: id(0), service: 'finance' },
  'person, object': { userId: id(7), objectId: id(4_711) },
  'person, time': { userId: id(7), from: inDays(30), to: inDays(31) },
  'action, kind of object': { action: 'crm.customer.3', objectType: 'Customer' },
  'action, service never together': { action: 'booking.order.place', service: 'finance' },
  'kind of object, service never together': { objectType: 'Order', service: 'finance' },
  'action, time': { action: 'crm.customer.3', from: inDays(30), to: inDays(31) },
  'object, action, time': { objectId: id(4_711), action: 'crm.customer.3', from: inDays(1), to: inDays(60) },
  'person, action, time': { userId: id(7), action: 'crm.customer.3', from: inDays(30), to: inDays(40) },
  nobody: { userId: newId() },
  'one branch': { branchIds: [id(7)] },
  'five branches': { branchIds: [1, 2, 3, 4, 5].map(id) },
  'a small branch': { branchIds: [id(99)] },
  'three small branches': { branchIds: [id(99), id(100), id(101)] },
  'a branch, person': { branchIds: [id(7)], userId: id(7) },
  'a branch, person of another': { branchIds: [id(8)], userId: id(7) },
  'a branch, action': { branchIds: [id(7)], action: 'crm.customer.3' },
  'a branch, kind of object never touched': { branchIds: [id(7)], objectType: 'Order' },
};

/** The cost of the first page, the second, and one from the middle of each search, under row security. */
export async function measureSearches(database: Database, agencyId: string): Promise<Record<string, object>> {
  const costs: Record<string, object> = {};
  for (const [name, filters] of Object.entries(searches)) {
    const page = (before?: { occurredAt: string; id: string }) => cost(database, agencyId, filters, before);
    const first = await within(database, agencyId, (uow) => findEntries(uow, filters, pageSize));
    const last = first.at(-1);
    costs[name] = {
      first: await page(),
      ...(last && { second: await page(last) }),
      ...(last && { middle: await page({ occurredAt: inDays(50), id: newId() }) }),
    };
  }
  return costs;
}

const within = <Result>(database: Database, agencyId: string, work: (uow: UnitOfWork) => Promise<Result>) => {
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const scope = { member, reach: 'agency', action: 'measure' } as const;
  return perform({ database, clock: systemClock, principal: member }, scope, work);
};

const cost = (
  database: Database,
  agencyId: string,
  filters: Wanted,
  before?: { occurredAt: string; id: string },
): Promise<Cost> =>
  within(database, agencyId, async (uow) => {
    const found: Explained[] = [];
    const explaining = {
      agencyId,
      member: uow.member,
      rows: async (sql: string, values: readonly unknown[]) => {
        found.push(...(await uow.rows<Explained>(`explain (analyze, format json) ${sql}`, values)));
        return [];
      },
    };
    await findEntries(explaining as unknown as UnitOfWork, filters, pageSize, before); // it uses nothing else
    const [explained] = found;
    if (!explained) throw new Error('nothing was asked');
    const [{ Plan: plan, 'Execution Time': ms }] = explained['QUERY PLAN'];
    const scans = scansOf(plan);
    return {
      ms,
      scans: [...new Set(scans.map((one) => one['Node Type']))].join(', '),
      touched: scans.reduce((sum, one) => sum + touched(one), 0),
    };
  });

const scansOf = (plan: Plan): Plan[] => [
  ...(plan['Node Type'].endsWith('Scan') ? [plan] : []),
  ...(plan.Plans ?? []).flatMap(scansOf),
];

const touched = (scan: Plan) =>
  ((scan['Actual Rows'] ?? 0) + (scan['Rows Removed by Filter'] ?? 0)) * (scan['Actual Loops'] ?? 1);
