import { newId } from '@yitu/kernel';
import { createClient, eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHappenings, type Happenings } from '../../fixtures/happenings.ts';

let world: World;
let happens: Happenings;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
  happens = await openHappenings(world);
});
afterAll(async () => {
  await happens.close();
  await world.close();
});

interface Incident {
  readonly id: string;
  readonly kind: string;
  readonly severity: string;
  readonly state: string;
  readonly people: string[];
  readonly version: number;
}

interface Entry {
  readonly what: string;
  readonly actorId: string | null;
  readonly details: Record<string, unknown>;
}

const url = (path = '') => `${world.url('identity')}/v1/incidents${path}`;
const rulesUrl = () => `${world.url('identity')}/v1/incident-rules`;
const incidents = async (one: Staff, query = '') =>
  (await one.get<{ incidents: Incident[] }>(url(query))).body.incidents;
const timeline = async (one: Staff, id: string) =>
  (await one.get<{ entries: Entry[] }>(url(`/${id}/timeline?limit=100`))).body.entries;

/** Events are applied in any order, so "nothing came of it" is known once a later one of the same kind and person has been counted. */
const counted = (agency: TestAgency, kind: string, rows: number) =>
  eventually(async () => {
    const { rows: found } = await world.admin.query(
      'select from identity.rule_occurrences where agency_id = $1 and kind = $2',
      [agency.id, kind],
    );
    expect(found).toHaveLength(rows);
  });

const applied = (agency: TestAgency, type: string, messages: number) =>
  eventually(async () => {
    const { rows } = await world.admin.query(
      'select from identity.inbox where agency_id = $1 and type = $2',
      [agency.id, type],
    );
    expect(rows).toHaveLength(messages);
  });

const onlyIncident = (agency: TestAgency) =>
  eventually(async () => {
    const [incident, ...more] = await incidents(agency.administrator);
    expect(more).toEqual([]);
    if (!incident) throw new Error('there is no incident yet');
    return incident;
  });

async function setRule(agency: TestAgency, kind: string, rule: object) {
  const { body } = await agency.administrator.get<{ rules: Record<string, object>; version: number }>(
    rulesUrl(),
  );
  const rules = { ...body.rules, [kind]: { ...body.rules[kind], ...rule } };
  const changed = await agency.administrator.put(rulesUrl(), { rules }, body.version);
  expect(changed).toMatchObject({ status: 200, body: { rules, version: body.version + 1 } });
}

describe('a rule', () => {
  it('opens an incident about a person when its threshold is reached, and puts what follows into it', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('sales');
    await setRule(agency, 'failed-sign-ins', { threshold: 10 });
    await happens.lockedOut(agency, person.userId, 5);
    await counted(agency, 'failed-sign-ins', 1);
    expect(await incidents(agency.administrator)).toEqual([]);
    await happens.lockedOut(agency, person.userId, 5);
    const incident = await onlyIncident(agency);
    expect(incident).toMatchObject({
      kind: 'failed-sign-ins',
      severity: 'medium',
      state: 'open',
      byRule: true,
      people: [person.userId],
      openedBy: null,
      kindName: { zh: '账号连续登录失败' },
    });
    await happens.lockedOut(agency, person.userId, 5);
    await eventually(async () => {
      const entries = await timeline(agency.administrator, incident.id);
      // Nobody has seen what a rule opens: the administrators are told.
      const whats = ['occurred', 'occurred', 'occurred', 'staff-notified', 'opened'];
      expect(entries.map(({ what }) => what)).toEqual(whats);
      expect(entries.at(-2)).toMatchObject({ details: { userIds: [agency.administrator.userId] } });
      expect(entries.at(-1)).toMatchObject({ actorId: null, details: { counted: 10, threshold: 10 } });
    });
    expect(await incidents(agency.administrator)).toHaveLength(1);
    await counted(agency, 'failed-sign-ins', 0);
  });

  it('counts by the time of the event, whenever it arrives', async () => {
    const agency = await world.foundAgency();
    await setRule(agency, 'failed-sign-ins', { threshold: 10, windowSeconds: 900 });
    const [apart, late] = [await agency.staff('sales'), await agency.staff('sales')];
    await happens.lockedOut(agency, apart.userId, 9, '2026-03-01T07:50:00Z');
    await happens.lockedOut(agency, apart.userId, 9, '2026-03-01T08:15:00Z');
    await counted(agency, 'failed-sign-ins', 2);
    expect(await incidents(agency.administrator)).toEqual([]);
    // What comes last happened in between: the window that ends with the second one now holds enough, its own does not.
    await happens.lockedOut(agency, apart.userId, 1, '2026-03-01T08:05:01Z');
    expect(await onlyIncident(agency)).toMatchObject({ people: [apart.userId] });
    await happens.lockedOut(agency, late.userId, 9, '2026-03-01T08:00:00Z');
    await happens.lockedOut(agency, late.userId, 9, '2026-03-01T09:00:00Z');
    await eventually(async () => {
      const { rows } = await world.admin.query(
        'select occurred_at from identity.rule_occurrences where agency_id = $1 and person_id = $2',
        [agency.id, late.userId],
      );
      expect(rows).toHaveLength(1); // the first one is out of every window
    });
    expect(await incidents(agency.administrator)).toHaveLength(1);
  });

  it('counts different documents, of each person apart', async () => {
    const agency = await world.foundAgency();
    await setRule(agency, 'document-reveals', { threshold: 3 });
    const [busy, other] = [await agency.staff('sales'), await agency.staff('sales')];
    const [first, second] = [newId(), newId()];
    for (const documentId of [first, first, second]) await happens.revealed(agency, busy.userId, documentId);
    await happens.revealed(agency, other.userId);
    await counted(agency, 'document-reveals', 4);
    expect(await incidents(agency.administrator)).toEqual([]);
    await Promise.all([happens.revealed(agency, busy.userId), happens.revealed(agency, busy.userId)]);
    const incident = await onlyIncident(agency);
    expect(incident).toMatchObject({ kind: 'document-reveals', people: [busy.userId], severity: 'high' });
    await eventually(async () => {
      const entries = await timeline(agency.administrator, incident.id);
      expect(entries.filter(({ what }) => what === 'occurred')).toHaveLength(5);
    });
  });

  it('watches exports, bursts over many accounts and refresh tokens used twice', async () => {
    const agency = await world.foundAgency();
    const person = await agency.staff('auditor');
    await happens.exported(agency, person.userId, 12_000);
    await happens.signInsFailing(agency, 50);
    const identity = world.url('identity');
    const credentials = { agency: agency.code, login: 'admin', password: 'correct horse battery' };
    const { body: tokens } = await createClient().post(`${identity}/v1/sessions`, credentials);
    for (const _use of [1, 2])
      await createClient().post(`${identity}/v1/sessions/refresh`, { refreshToken: tokens['refreshToken'] });
    await eventually(async () => {
      const found = await incidents(agency.administrator);
      expect(found).toHaveLength(3);
      expect(new Map(found.map(({ kind, severity, people }) => [kind, [severity, people]]))).toEqual(
        new Map([
          ['large-export', ['medium', [person.userId]]],
          ['sign-ins-failing', ['high', []]],
          ['token-reuse', ['high', [agency.administrator.userId]]],
        ]),
      );
    });
    await happens.signInsFailing(agency, 50);
    const [burst] = await incidents(agency.administrator, '?kind=sign-ins-failing');
    await eventually(async () => {
      expect(await timeline(agency.administrator, burst?.id ?? '')).toHaveLength(4);
    });
    expect(await incidents(agency.administrator, '?kind=sign-ins-failing')).toHaveLength(1);
  });

  it('counts anew after an incident was closed', async () => {
    const agency = await world.foundAgency();
    const { userId } = await agency.staff('sales');
    await happens.lockedOut(agency, userId, 10);
    const { id } = await onlyIncident(agency);
    for (const [version, state] of [
      [2, 'investigating'],
      [3, 'contained'],
    ] as const)
      expect(await agency.administrator.put(url(`/${id}/state`), { state }, version)).toMatchObject({
        status: 200,
      });
    const closing = { cause: '忘记密码', lessons: '无' };
    const headers = { 'if-match': '"4"' };
    expect(await agency.administrator.post(url(`/${id}/closing`), closing, headers)).toMatchObject({
      status: 200,
    });
    await happens.lockedOut(agency, userId, 4);
    await applied(agency, 'identity.user.locked-out.v1', 2);
    expect(await incidents(agency.administrator, '?state=open')).toEqual([]);
    await happens.lockedOut(agency, userId, 1);
    await eventually(async () => {
      expect(await incidents(agency.administrator, '?state=open')).toHaveLength(1);
    });
  });

  it('does nothing while it is switched off', async () => {
    const agency = await world.foundAgency();
    const { userId } = await agency.staff('sales');
    await setRule(agency, 'large-export', { enabled: false });
    await happens.exported(agency, userId, 1_000_000);
    await happens.lockedOut(agency, userId, 10);
    expect(await onlyIncident(agency)).toMatchObject({ kind: 'failed-sign-ins' });
    await applied(agency, 'identity.audit.exported.v1', 1);
    expect(await incidents(agency.administrator)).toHaveLength(1);
  });
});

describe('the rules', () => {
  it('are changed by those who may, whole and from the version that was read', async () => {
    const agency = await world.foundAgency();
    const auditor = await agency.staff('auditor');
    const { body } = await auditor.get<{ rules: object; version: number }>(rulesUrl());
    expect(body.version).toBe(1);
    expect(await auditor.put(rulesUrl(), { rules: body.rules }, 1)).toMatchObject({ status: 403 });
    expect(await agency.administrator.put(rulesUrl(), { rules: body.rules }, 2)).toMatchObject({
      status: 412,
      body: { code: 'request/stale-version' },
    });
    const some = { rules: { ...body.rules, 'large-export': { enabled: true, threshold: 0 } } };
    expect(await agency.administrator.put(rulesUrl(), some, 1)).toMatchObject({
      status: 400,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ field: '/body/rules/large-export/threshold', rule: 'minimum' }),
        ]) as unknown,
      },
    });
    expect((await agency.staff('sales').then((sales) => sales.get(rulesUrl()))).status).toBe(403);
  });
});
