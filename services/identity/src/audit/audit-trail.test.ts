import { randomUUID } from 'node:crypto';
import {
  createClient,
  eventually,
  startWorld,
  type Answer,
  type Client,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Entry {
  readonly id: string;
  readonly sequence: number;
  readonly occurredAt: string;
  readonly service: string;
  readonly actor: string;
  readonly branchId: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly after: Record<string, unknown> | null;
  readonly remoteAddress: string | null;
}

interface Page {
  readonly entries: readonly Entry[];
  readonly next: string | null;
}

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;

const search = (client: Client, filter: Record<string, string> = {}): Promise<Answer<Page>> =>
  client.get<Page>(url(`/audit-entries?${new URLSearchParams(filter).toString()}`));

const found = async (client: Client, filter: Record<string, string> = {}) => {
  const { status, body } = await search(client, filter);
  expect(status).toBe(200);
  return body.entries;
};

/** Until everything that was recorded up to now is in the chain. */
const gathered = (agency: TestAgency) =>
  eventually(async () => {
    const { rows } = await world.admin.query<{ recorded: number; chained: number }>(
      `select (select count(*) from identity.audit_records where agency_id = $1)::int + (select count(*) from crm.audit_records where agency_id = $1)::int as recorded,
         coalesce((select count::int from identity.audit_heads where agency_id = $1), 0) as chained`,
      [agency.id],
    );
    expect(rows[0]?.chained).toBe(rows[0]?.recorded);
    expect(rows[0]?.chained).toBeGreaterThan(0);
  });

const enterCustomer = async (client: Client, name: string) => {
  const customer = { kind: 'person', name: { zh: name } };
  const { status, body } = await client.post<{ id: string }>(`${world.url('crm')}/v1/customers`, customer);
  expect([status, body]).toMatchObject([201, {}]);
  return body.id;
};

describe('the audit trail', () => {
  it('has what was done in another service: who, where from, of which branch, what, masked', async () => {
    const agency = await world.foundAgency();
    const [sales, auditor] = [await agency.staff('sales'), await agency.staff('auditor')];
    const customerId = await eventually(() => enterCustomer(sales, '王小明'));
    await gathered(agency);
    const [entry] = await found(auditor, { objectType: 'Customer', objectId: customerId });
    expect(entry).toMatchObject({
      service: 'crm',
      actor: `user:${sales.userId}`,
      branchId: agency.headquartersId,
      action: 'crm.customer.enter',
      change: 'create',
      before: null,
      after: { name: '***' },
      remoteAddress: '127.0.0.1',
    });
  });

  it('has a digest in the place of what is too long for the bus', async () => {
    const agency = await world.foundAgency();
    await world.admin.query(
      `insert into crm.audit_records (agency_id, id, occurred_at, actor, action, object_type, object_id, change, before, after)
       values ($1, $2, now(), 'service:crm', 'crm.long.write', 'Long', '1', 'update', '{"text": "short"}', jsonb_build_object('text', repeat('长', 300000)))`,
      [agency.id, randomUUID()],
    );
    await gathered(agency);
    const [entry] = await found(agency.administrator, { objectType: 'Long' });
    expect(entry).toMatchObject({
      before: { text: 'short' },
      after: { bytes: 900_012, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
  });

  it('is a chain without gaps, also when records come a second time', async () => {
    const agency = await world.foundAgency();
    await gathered(agency);
    await world.admin.query('update identity.audit_records set gathered_at = null where agency_id = $1', [
      agency.id,
    ]);
    await agency.staff('sales');
    await gathered(agency);
    const { rows } = await world.admin.query<{ sequence: number }>(
      'select sequence::int as sequence from identity.audit_entries where agency_id = $1 order by sequence',
      [agency.id],
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_row, index) => index + 1));
  });

  it('is searched by person, service, action, object and time, page by page, newest first', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    await eventually(() => enterCustomer(sales, '李娜'));
    await gathered(agency);
    const { administrator } = agency;
    const all = await found(administrator, { limit: '100' });
    const byTime = all.toSorted((one, other) => (one.occurredAt < other.occurredAt ? 1 : -1));
    expect(all.map(({ occurredAt }) => occurredAt)).toEqual(byTime.map(({ occurredAt }) => occurredAt));

    const fitting = async (filter: Record<string, string>, fits: (entry: Entry) => boolean) => {
      const ids = (await found(administrator, { ...filter, limit: '100' })).map(({ id }) => id);
      expect(ids).toEqual(all.filter(fits).map(({ id }) => id));
      expect(ids.length).toBeGreaterThan(0);
    };
    await fitting({ userId: sales.userId }, ({ actor }) => actor === `user:${sales.userId}`);
    await fitting({ actor: 'service:identity' }, ({ actor }) => actor === 'service:identity');
    await fitting({ service: 'crm' }, ({ service }) => service === 'crm');
    await fitting({ action: 'identity.user.add' }, ({ action }) => action === 'identity.user.add');
    await fitting({ objectType: 'Session' }, ({ objectType }) => objectType === 'Session');
    await fitting({ objectId: sales.userId }, ({ objectId }) => objectId === sales.userId);
    const middle = all[Math.floor(all.length / 2)]?.occurredAt ?? '';
    await fitting({ from: middle }, ({ occurredAt }) => occurredAt >= middle);
    await fitting({ to: middle }, ({ occurredAt }) => occurredAt < middle);

    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { body }: Answer<Page> = await search(administrator, { limit: '3', ...(after && { after }) });
      paged.push(...body.entries.map(({ id }) => id));
      after = body.next;
    } while (after !== null);
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  it('shows a branch manager what the people of the branch did, and nobody else’s', async () => {
    const agency = await world.foundAgency();
    const branchId = await agency.openBranch('franchise');
    const manager = await agency.staff('branch-manager', branchId);
    const elsewhere = await agency.staff('sales');
    await gathered(agency);
    const seen = await found(manager, { limit: '100' });
    expect(new Set(seen.map(({ actor }) => actor))).toEqual(new Set([`user:${manager.userId}`])); // their sign-in
    expect(await found(agency.administrator)).not.toEqual([]);
    await manager.post(url('/users'), {
      branchId,
      userName: 'new',
      email: `new@${agency.code}.example`,
      displayName: 'New',
      locale: 'en',
      roles: ['sales'],
      password: 'a long enough one',
    });
    await gathered(agency);
    const now = await found(manager, { action: 'identity.user.add' });
    expect(now.map(({ actor }) => actor)).toEqual([`user:${manager.userId}`]);
    expect((await search(elsewhere)).status).toBe(403);
  });

  it('names whoever signed in, and whose account was tried, if anybody’s', async () => {
    const agency = await world.foundAgency();
    const sales = await agency.staff('sales');
    const { rows } = await world.admin.query<{ login: string }>(
      'select user_name as login from identity.users where id = $1',
      [sales.userId],
    );
    const attempt = (login: string) =>
      createClient().post(url('/sessions'), { agency: agency.code, login, password: 'not the right one' });
    expect((await attempt(rows[0]?.login ?? '')).status).toBe(401);
    expect((await attempt('nobody.here')).status).toBe(401);
    await gathered(agency);
    const of = async (action: string) =>
      (await found(agency.administrator, { userId: sales.userId, action })).map(
        ({ objectType, branchId }) => [objectType, branchId] as const,
      );
    expect(await of('identity.session.start')).toContainEqual(['Session', agency.headquartersId]);
    expect(await of('identity.session.refuse')).toEqual([['SignInFailure', agency.headquartersId]]);
    const refused = await found(agency.administrator, { action: 'identity.session.refuse' });
    expect(refused).toHaveLength(1);
  });

  it('is an agency’s own', async () => {
    const [ours, theirs] = [await world.foundAgency(), await world.foundAgency()];
    await Promise.all([gathered(ours), gathered(theirs)]);
    expect(await found(theirs.administrator, { objectId: ours.id })).toEqual([]);
    expect(await found(ours.administrator, { objectId: ours.id })).not.toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['an unknown filter', { colour: 'red' }, '/query/colour'],
    ['a time that is none', { from: 'yesterday' }, '/query/from'],
    ['a made-up page', { after: 'x' }, '/query/after'],
  ])('refuses %s', async (_what, filter, field) => {
    const { administrator } = await world.foundAgency();
    const { status, body } = await search(administrator, filter);
    expect([status, body]).toMatchObject([400, { errors: [{ field }] }]);
  });

  it('takes any instant there is for a time', async () => {
    const { administrator } = await world.foundAgency();
    for (const from of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:60Z'])
      expect((await search(administrator, { from })).status).toBe(200);
    expect((await search(administrator, { after: `9999999999999999-${randomUUID()}` })).status).toBe(200);
  });
});

describe('taking entries out', () => {
  const take = (client: { token: string }, filter: object) =>
    fetch(url('/audit-exports'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}` },
      body: JSON.stringify(filter),
    });

  it('gives CSV that spreadsheets open, is recorded, and told as an event', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    await agency.staff('auditor');
    await gathered(agency);
    const answer = await take(administrator, { objectType: 'User' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[0]).toMatch(/^sequence,occurredAt,service,actor,/);
    expect(lines).toHaveLength(2 + 2); // the administrator and the administrator, the heading and the end
    await gathered(agency);
    const [entry] = await found(administrator, { objectType: 'AuditExport' });
    expect(entry).toMatchObject({
      action: 'identity.audit.export',
      after: { objectType: 'User', entries: 2 },
    });
    const { rows } = await world.admin.query<{ data: unknown }>(
      `select envelope::json -> 'data' as data from identity.outbox where agency_id = $1 and subject like '%.audit.exported.v1'`,
      [agency.id],
    );
    expect(rows).toEqual([{ data: { userId: administrator.userId, entries: 2 } }]);
  });

  it('is for those who may, and takes only what it knows', async () => {
    const agency = await world.foundAgency();
    const manager = await agency.staff('branch-manager');
    expect((await take(manager, {})).status).toBe(403);
    expect((await take(await agency.staff('auditor'), {})).status).toBe(200);
    expect((await take(await agency.staff('sales'), {})).status).toBe(403);
    expect((await take(agency.administrator, { colour: 'red' })).status).toBe(400);
    expect((await createClient().post(url('/audit-exports'), {})).status).toBe(401);
    await gathered(agency);
    const refused = await found(agency.administrator, { userId: manager.userId, objectType: 'Permission' });
    expect(refused).toMatchObject([
      { change: 'refused', objectType: 'Permission', objectId: 'identity.audit.export' },
    ]);
  });
});

describe('with very many entries', () => {
  it('a search reads what it shows and not the table, and too long an export is refused', async () => {
    const agency = await world.foundAgency();
    await gathered(agency);
    // Of one busy person and one rare one, in one month; the agency's own chain is not looked at here.
    await world.admin.query(
      `insert into identity.audit_entries (agency_id, sequence, hash, service, id, occurred_at, actor, action, object_type, object_id, change)
       select $1, 1000000 + n, '\\x00', case when n % 5000 = 0 then 'finance' else 'booking' end, uuidv7(), now() - n * interval '1 second',
         case when n % 5000 = 0 then 'user:rare' else 'user:busy' end, case when n % 5000 = 0 then 'finance.entry.post' else 'booking.order.place' end,
         case when n % 5000 = 0 then 'Entry' else 'Order' end, 'object-' || n, 'create'
       from generate_series(1, 60000) as n`,
      [agency.id],
    );
    await world.admin.query('analyze identity.audit_entries');
    for (const filter of [
      {},
      { actor: 'user:rare' },
      { service: 'finance' },
      { action: 'finance.entry.post' },
      { objectType: 'Entry' },
      { actor: 'user:busy', action: 'finance.entry.post' },
      { actor: 'user:busy', service: 'finance' },
      { actor: 'user:busy', objectType: 'Entry' },
      { action: 'booking.order.place', service: 'finance' },
      { objectId: 'object-31000' },
      { to: Temporal.Now.instant().subtract({ hours: 10 }).toString() },
    ])
      expect(await rowsRead(agency, filter), JSON.stringify(filter)).toBeLessThan(300);
    const answer = await agency.administrator.post(url('/audit-exports'), {});
    expect(answer).toMatchObject({ status: 422, body: { code: 'identity/audit-export-too-large' } });
  }, 60_000);

  /** How many rows of the table PostgreSQL touches for the first page of a search, with row security. */
  async function rowsRead(agency: TestAgency, filter: Record<string, string>): Promise<number> {
    const statements: string[] = [];
    const { findEntries } = await import('./search-entries.ts');
    await findEntries(
      {
        agencyId: agency.id,
        rows: (sql: string, values: unknown[]) => {
          let index = 0;
          statements.push(sql.replaceAll('?', () => literal(values[index++])));
          return Promise.resolve([]);
        },
      } as unknown as Parameters<typeof findEntries>[0], // it uses nothing else
      filter,
      51,
    );
    const client = await world.admin.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('yitu.agency_id', $1, true), set_config('yitu.reach', 'agency', true)`,
        [agency.id],
      );
      await client.query('set local role yitu_identity');
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
        `explain (analyze, format json) ${statements[0]}`,
      );
      const [{ Plan: plan }] = rows[0]?.['QUERY PLAN'] ?? [{ Plan: {} }];
      return scanned(plan);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});

interface Node {
  readonly 'Node Type'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

const scanned = (node: Node): number =>
  (node['Node Type']?.includes('Scan')
    ? (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)
    : 0) + (node.Plans ?? []).reduce((sum, inner) => sum + scanned(inner), 0);

const literal = (value: unknown) => (typeof value === 'number' ? String(value) : `'${String(value)}'`);
