import type { Person, Reach } from '@yitu/access';
import { newId, systemClock } from '@yitu/kernel';
import { openDatabase, perform } from '@yitu/persistence';
import { createClient, eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askToken, type WithSecret } from '../clients/fixtures/token-requests.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

interface Incident {
  readonly id: string;
  readonly version: number;
  readonly isolations: { id: string; liftedAt: string | null }[];
}

const url = (path = '') => `${world.url('identity')}/v1/incidents${path}`;
const me = (one: Staff) => one.get(`${world.url('identity')}/v1/me`);
const reported = (changes: object = {}) => ({
  kind: 'lost-device',
  severity: 'medium',
  title: '门店平板电脑丢失',
  description: '昨晚在出租车上遗失。',
  people: [],
  objects: [],
  ...changes,
});

const report = async (one: Staff, changes: object = {}) => {
  const { status, body } = await one.post<Incident>(url(), reported(changes));
  expect(status).toBe(201);
  return body;
};
const whats = async (one: Staff, id: string) => {
  const { body } = await one.get<{ entries: { what: string }[] }>(url(`/${id}/timeline`));
  return body.entries.map(({ what }) => what);
};
const post = (one: Staff, path: string, body: object, version: number) =>
  one.post<Incident>(url(path), body, { 'if-match': `"${version}"` });

/** What events of the agency's incidents were told, oldest first. */
const told = async (agency: TestAgency) => {
  const { rows } = await world.admin.query<{ what: string; data: Record<string, unknown> }>(
    `select split_part(subject, '.', 5) as what, envelope::jsonb -> 'data' as data from identity.outbox
     where agency_id = $1 and subject like '%.identity.incident.%' order by occurred_at, aggregate_version`,
    [agency.id],
  );
  return rows;
};

describe('an incident', () => {
  it('goes from its report to its lessons, and every step stands in its timeline', async () => {
    const agency = await world.foundAgency();
    const [reporter, colleague] = [await agency.staff('sales'), await agency.staff('sales')];
    const object = { type: 'crm.customer', id: newId() };
    const people = [colleague.userId];
    const { id } = await report(reporter, { people, objects: [object] });
    const { administrator } = agency;
    expect((await administrator.get(url(`/${id}`))).body).toMatchObject({
      state: 'open',
      byRule: false,
      openedBy: reporter.userId,
      people,
      objects: [object],
    });
    const tasksOf = async (one: Staff) => (await one.get(`${world.url('identity')}/v1/tasks`)).body;
    expect(await tasksOf(administrator)).toMatchObject({
      tasks: [{ kind: 'incident-open', count: 1, objects: [{ id, number: null }] }],
    });
    expect(await tasksOf(reporter)).toEqual({ tasks: [] });
    const steps = [
      await administrator.put(url(`/${id}/state`), { state: 'investigating' }, 1),
      await administrator.put(url(`/${id}/severity`), { severity: 'low', note: '已加密' }, 2),
      await administrator.put(url(`/${id}/owner`), { ownerId: reporter.userId }, 3),
      await administrator.post(url(`/${id}/notes`), { text: '已联系出租车公司' }),
      await administrator.put(url(`/${id}/state`), { state: 'contained', note: '远程擦除' }, 4),
      await post(administrator, `/${id}/closing`, { cause: '疏忽', lessons: '设备默认加密' }, 5),
      await post(administrator, `/${id}/reopening`, { reason: '设备又出现了' }, 6),
    ];
    expect(steps.map(({ status }) => status)).toEqual([200, 200, 200, 201, 200, 200, 200]);
    expect(steps[0]?.body).toMatchObject({ state: 'investigating', ownerId: administrator.userId });
    expect(steps[2]?.body).toMatchObject({ severity: 'low', ownerId: reporter.userId });
    expect(steps[5]?.body).toMatchObject({ state: 'closed', cause: '疏忽', lessons: '设备默认加密' });
    expect(steps[6]?.body).toMatchObject({
      state: 'investigating',
      closedAt: null,
      containedAt: null,
      version: 7,
    });
    const { body } = await administrator.get<{ entries: object[] }>(url(`/${id}/timeline`));
    expect(body.entries.toReversed()).toMatchObject([
      { what: 'opened', actorId: reporter.userId, details: { severity: 'medium' } },
      { what: 'state-changed', actorId: administrator.userId, details: { state: 'investigating' } },
      { what: 'severity-changed', note: '已加密', details: { from: 'medium', to: 'low' } },
      { what: 'owner-changed', details: { ownerId: reporter.userId } },
      { what: 'noted', note: '已联系出租车公司' },
      { what: 'state-changed', note: '远程擦除', details: { state: 'contained' } },
      { what: 'closed' },
      { what: 'reopened', note: '设备又出现了' },
    ]);
    expect((await told(agency)).map(({ what }) => what)).toEqual([
      'opened',
      'changed',
      'changed',
      'changed',
      'contained',
      'closed',
      'reopened',
    ]);
  });

  it('is closed only with cause and lessons, once it is contained', async () => {
    const { administrator } = await world.foundAgency();
    const { id } = await report(administrator);
    expect(await post(administrator, `/${id}/closing`, { cause: 'x', lessons: 'y' }, 1)).toMatchObject({
      status: 409,
      body: { code: 'identity/incident-wrong-state' },
    });
    expect(await post(administrator, `/${id}/closing`, { cause: 'x' }, 1)).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/body/lessons', rule: 'required' }] },
    });
    expect(await administrator.put(url(`/${id}/state`), { state: 'investigating' }, 9)).toMatchObject({
      status: 412,
    });
  });

  it('is open once for its kind and person; a closed one makes room for the next and then stays closed', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const people = [(await agency.staff('sales')).userId];
    const { id } = await report(administrator, { people });
    const again = { status: 409, body: { code: 'identity/incident-open-already' } };
    expect(await administrator.post(url(), reported({ people }))).toMatchObject(again);
    await report(administrator, { people, kind: 'phishing' });
    await administrator.put(url(`/${id}/state`), { state: 'investigating' }, 1);
    await administrator.put(url(`/${id}/state`), { state: 'contained' }, 2);
    await post(administrator, `/${id}/closing`, { cause: 'x', lessons: 'y' }, 3);
    expect((await administrator.post(url(`/${id}/notes`), { text: 'late' })).status).toBe(409);
    await report(administrator, { people });
    expect(await post(administrator, `/${id}/reopening`, { reason: 'z' }, 4)).toMatchObject(again);
  });

  it('is told every system administrator at once when it is high or critical, others when somebody says so', async () => {
    const agency = await world.foundAgency();
    const [reporter, second] = [await agency.staff('sales'), await agency.staff('system-administrator')];
    const low = await report(reporter, { severity: 'low' });
    const high = await report(reporter, { severity: 'critical' });
    const { administrator } = agency;
    const raised = await administrator.put(url(`/${low.id}/severity`), { severity: 'high' }, 1);
    expect(raised.status).toBe(200);
    const some = { userIds: [reporter.userId] };
    expect((await administrator.post(url(`/${high.id}/notifications`), some)).status).toBe(201);
    const notified = (await told(agency)).filter(({ what }) => what === 'staff-notified');
    const everybody = [administrator.userId, second.userId].toSorted();
    expect(
      notified.map(({ data }) => [
        data['incidentId'],
        (data['colleagues'] as { userId: string }[]).map(({ userId }) => userId).toSorted(),
      ]),
    ).toEqual([
      [high.id, everybody],
      [low.id, everybody],
      [high.id, [reporter.userId]],
    ]);
    expect(JSON.stringify(await told(agency))).not.toContain('平板');
    const unknown = { userIds: [newId()] };
    expect(await administrator.post(url(`/${high.id}/notifications`), unknown)).toMatchObject({
      status: 422,
      body: { code: 'identity/no-such-user' },
    });
  });

  it('names people of the agency, kinds there are and fields that are known', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const { administrator } = agency;
    const stranger = { people: [other.administrator.userId] };
    expect(await administrator.post(url(), reported(stranger))).toMatchObject({
      status: 422,
      body: { code: 'identity/no-such-user' },
    });
    expect(await administrator.post(url(), reported({ kind: 'gossip', colour: 'red' }))).toMatchObject({
      status: 400,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ field: '/body/kind', rule: 'enum' }),
          expect.objectContaining({ field: '/body/colour', rule: 'additionalProperties' }),
        ]) as unknown,
      },
    });
    const key = { 'idempotency-key': 'once' };
    const first = await administrator.post(url(), reported(), key);
    expect(await administrator.post(url(), reported(), key)).toMatchObject({ status: 201, body: first.body });
  });

  it('is reported by all staff, read by auditors, handled by administrators, and of no other agency', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const franchise = await agency.openBranch('franchise');
    const [reporter, auditor] = [await agency.staff('sales', franchise), await agency.staff('auditor')];
    const manager = await agency.staff('branch-manager');
    const { id } = await report(reporter);
    const state = { state: 'investigating' };
    for (const one of [reporter, manager]) {
      expect((await one.get(url(`/${id}`))).status).toBe(403);
      expect((await one.put(url(`/${id}/state`), state, 1)).status).toBe(403);
    }
    expect((await auditor.get(url(`/${id}`))).status).toBe(200);
    expect((await auditor.put(url(`/${id}/state`), state, 1)).status).toBe(403);
    for (const path of [`/${id}`, `/${id}/timeline`])
      expect(await other.administrator.get(url(path))).toMatchObject({ status: 404 });
    expect((await other.administrator.put(url(`/${id}/state`), state, 1)).status).toBe(404);
    expect((await other.administrator.get<{ incidents: [] }>(url())).body.incidents).toEqual([]);
    expect(
      (await auditor.get<{ incidents: { id: string }[] }>(url('?state=open'))).body.incidents,
    ).toMatchObject([{ id }]);
  });
});

describe('in the database', () => {
  it('incidents show themselves to the agency’s reach and to who reported them, with their people and timeline', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const reporter = await agency.staff('sales');
    await report(reporter, { people: [agency.administrator.userId] });
    const url = world.environment('identity')['DATABASE_URL'] ?? '';
    const database = await openDatabase({ service: 'identity', url, entities: [] });
    const counts = `select array[(select count(*) from identity.incidents), (select count(*) from identity.incident_people),
      (select count(*) from identity.incident_entries)]::integer[] as seen`;
    const seen = async ({ id: agencyId }: TestAgency, reach: Reach, userId: string = newId()) => {
      const { headquartersId: branchId } = agency;
      const person = { userId, branchId, branchIds: [branchId], sessionId: newId(), grants: [], denials: [] };
      const member: Person = { kind: 'person', account: 'staff', agencyId, ...person };
      const call = { database, clock: systemClock, principal: member };
      const [row] = await perform(call, { member, reach, action: 'look' }, (uow) =>
        uow.rows<{ seen: number[] }>(counts),
      );
      return row?.seen;
    };
    try {
      expect(await seen(agency, 'agency')).toEqual([1, 1, 1]);
      expect(await seen(agency, 'own', reporter.userId)).toEqual([1, 1, 1]);
      for (const nothing of [
        await seen(agency, 'branch'),
        await seen(agency, 'own'),
        await seen(other, 'agency'),
        (await database.pool.query<{ seen: number[] }>(counts)).rows[0]?.seen,
      ])
        expect(nothing).toEqual([0, 0, 0]);
    } finally {
      await database.close();
    }
  });
});

describe('isolating an account', () => {
  const isolation = (userId: string, action = 'suspend-account') => ({ userId, action });

  it('suspends it, ends its sessions, and lets it in again', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const person = await agency.staff('sales');
    const { id } = await report(administrator);
    const isolated = await administrator.post<Incident>(url(`/${id}/isolations`), isolation(person.userId));
    expect(isolated).toMatchObject({
      status: 201,
      body: { isolations: [{ userId: person.userId, liftedAt: null }] },
    });
    await eventually(async () => {
      expect(await me(person)).toMatchObject({ status: 401, body: { code: 'access/session-ended' } });
    });
    const again = await administrator.post(url(`/${id}/isolations`), isolation(person.userId));
    expect(again).toMatchObject({ status: 409, body: { code: 'identity/already-suspended' } });

    const lifting = `/${id}/isolations/${isolated.body.isolations[0]?.id}/lifting`;
    const lifted = await administrator.post<Incident>(url(lifting));
    expect(lifted).toMatchObject({
      status: 200,
      body: { isolations: [{ liftedAt: expect.any(String) as unknown }] },
    });
    expect(await administrator.post(url(lifting))).toMatchObject({
      status: 409,
      body: { code: 'identity/isolation-lifted' },
    });
    expect((await me(person)).status).toBe(401); // a session that was ended stays ended
    const { body: user } = await administrator.get<{ userName: string; active: boolean }>(
      `${world.url('identity')}/v1/users/${person.userId}`,
    );
    expect(user.active).toBe(true);
    const credentials = { agency: agency.code, login: user.userName, password: 'correct horse battery' };
    expect((await createClient().post(`${world.url('identity')}/v1/sessions`, credentials)).status).toBe(201);
    expect(await whats(administrator, id)).toEqual([
      'account-let-in',
      'sessions-ended',
      'account-suspended',
      'opened',
    ]);
    const { rows } = await world.admin.query<{ what: string | null }>(
      `select after ->> 'what' as what from identity.audit_records
       where agency_id = $1 and object_id = $2 and action = 'identity.incident.handle' order by occurred_at`,
      [agency.id, id],
    );
    const audited = rows.map(({ what }) => what);
    expect([new Set(audited.slice(0, 2)), audited.slice(2)]).toEqual([
      new Set(['account-suspended', 'sessions-ended']),
      ['account-let-in'],
    ]);
  });

  it('only ends the sessions where that is enough', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const person = await agency.staff('sales');
    const { id } = await report(administrator);
    const ended = await administrator.post(
      url(`/${id}/isolations`),
      isolation(person.userId, 'end-sessions'),
    );
    expect(ended).toMatchObject({ status: 201, body: { isolations: [] } });
    await eventually(async () => {
      expect((await me(person)).status).toBe(401);
    });
    expect(await whats(administrator, id)).toEqual(['sessions-ended', 'opened']);
  });

  it('keeps an account out as long as one incident asks for it', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const { userId } = await agency.staff('sales');
    const lifts: string[] = [];
    for (const kind of ['lost-device', 'phishing']) {
      const { id } = await report(administrator, { kind });
      const { body } = await administrator.post<Incident>(url(`/${id}/isolations`), isolation(userId));
      lifts.push(url(`/${id}/isolations/${body.isolations[0]?.id}/lifting`));
    }
    const active: unknown[] = [];
    for (const lifting of lifts) {
      expect((await administrator.post(lifting)).status).toBe(200);
      active.push((await administrator.get(`${world.url('identity')}/v1/users/${userId}`)).body['active']);
    }
    expect(active).toEqual([false, true]);
  });

  it('locks out neither oneself nor the last system administrator', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const { id } = await report(administrator);
    for (const action of ['suspend-account', 'end-sessions'])
      expect(
        await administrator.post(url(`/${id}/isolations`), isolation(administrator.userId, action)),
      ).toMatchObject({
        status: 409,
        body: { code: 'identity/not-isolating-yourself' },
      });
    // Two administrators suspend each other at the same moment: one of them is left.
    const second = await agency.staff('system-administrator');
    const answers = await Promise.all([
      administrator.post(url(`/${id}/isolations`), isolation(second.userId)),
      second.post(url(`/${id}/isolations`), isolation(administrator.userId)),
    ]);
    const codes = answers.map(({ body }) => body['code']).filter((code) => code !== undefined);
    expect([['identity/last-administrator'], ['access/session-ended']]).toContainEqual(codes);
    const { rows } = await world.admin.query(
      `select from identity.users where agency_id = $1 and active and 'system-administrator' = any (roles)`,
      [agency.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('is refused for people of other agencies', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    const { id } = await report(agency.administrator);
    for (const action of ['suspend-account', 'end-sessions'])
      expect(
        (
          await agency.administrator.post(
            url(`/${id}/isolations`),
            isolation(other.administrator.userId, action),
          )
        ).status,
      ).toBe(404);
  });

  it('disables an API client with its tokens, and enables it again', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const { id } = await report(administrator, { kind: 'data-leak' });
    const { body: made } = await administrator.post<WithSecret>(`${world.url('identity')}/v1/clients`, {
      name: '官网对接',
      branchId: agency.headquartersId,
      scopes: ['identity.branch.read:agency'],
    });
    const clientId = made.client.id;
    const token = () => askToken(world.url('identity'), { clientId, secret: made.secret ?? '' });
    const issued = await token();
    expect(issued.status).toBe(200);
    const client = createClient(String(issued.body['access_token']));
    const branches = `${world.url('identity')}/v1/branches`;
    expect((await client.get(branches)).status).toBe(200);
    // A person's action does not fit a client, nor a client's a person.
    expect((await administrator.post(url(`/${id}/isolations`), isolation(clientId))).status).toBe(404);
    const isolated = await administrator.post<Incident>(
      url(`/${id}/isolations`),
      isolation(clientId, 'disable-client'),
    );
    expect(isolated).toMatchObject({
      status: 201,
      body: { isolations: [{ action: 'disable-client', userId: clientId }] },
    });
    await eventually(async () => {
      expect((await client.get(branches)).status).toBe(401);
    });
    expect((await token()).status).toBe(401);
    await administrator.post(url(`/${id}/isolations/${isolated.body.isolations[0]?.id}/lifting`));
    expect((await token()).status).toBe(200);
    expect(await whats(administrator, id)).toEqual([
      'client-enabled',
      'sessions-ended',
      'client-disabled',
      'opened',
    ]);
  });
});
