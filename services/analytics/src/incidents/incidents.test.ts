import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { eventually, startWorld, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeller, type Teller } from '../fixtures/teller.ts';

let world: World;
let tell: Teller;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'analytics'] });
  tell = await createTeller(world);
});
afterAll(async () => {
  await tell.close();
  await world.close();
});

const url = (from: string, to: string) => `${world.url('analytics')}/v1/incidents?from=${from}&to=${to}`;

/** An incident with its events, at given instants. */
function incidentOf(agency: TestAgency, kind: string, severity: string) {
  const told = { incidentId: newId(), kind, severity };
  const state = { version: 0 };
  const next = () => (state.version += 1);
  const say = (event: typeof events.incidentContained, time: string) =>
    tell.say(agency.id, event, told.incidentId, next(), told, time);
  return {
    opened: (time: string) =>
      tell.say(agency.id, events.incidentOpened, told.incidentId, next(), { ...told, byRule: true }, time),
    changed: (changes: object, time: string) =>
      tell.say(
        agency.id,
        events.incidentChanged,
        told.incidentId,
        next(),
        { ...told, state: 'open', ownerId: '', ...changes },
        time,
      ),
    contained: (time: string) => say(events.incidentContained, time),
    closed: (time: string) => say(events.incidentClosed, time),
    reopened: (time: string) => say(events.incidentReopened, time),
  };
}

describe('figures of incidents', () => {
  it('count them per month, kind and severity, with the mean hours they took', async () => {
    const agency = await world.foundAgency();
    // Opened on 30 April in UTC, and on 1 May where the agency is.
    const first = incidentOf(agency, 'large-export', 'medium');
    await first.opened('2026-04-30T16:30:00Z');
    await first.contained('2026-04-30T18:30:00Z');
    await first.closed('2026-05-01T16:30:00Z');
    const second = incidentOf(agency, 'large-export', 'low');
    await second.opened('2026-05-02T00:00:00Z');
    await second.changed({ severity: 'medium' }, '2026-05-02T00:10:00Z');
    await second.contained('2026-05-02T01:00:00Z');
    const third = incidentOf(agency, 'phishing', 'high');
    await third.opened('2026-06-01T00:00:00Z');
    await third.contained('2026-06-01T05:00:00Z');
    await third.closed('2026-06-01T06:00:00Z');
    await third.reopened('2026-06-02T00:00:00Z');
    const analyst = await agency.staff('data-analyst');
    const exports = {
      month: '2026-05',
      kind: 'large-export',
      severity: 'medium',
      opened: 2,
      contained: 2,
      closed: 1,
    };
    const phishing = {
      month: '2026-06',
      kind: 'phishing',
      severity: 'high',
      opened: 1,
      contained: 0,
      closed: 0,
    };
    await eventually(async () => {
      expect((await analyst.get(url('2026-05-01', '2026-06-30'))).body).toEqual({
        months: [
          { ...exports, hoursToContain: 1.5, hoursToClose: 24 },
          { ...phishing, hoursToContain: null, hoursToClose: null },
        ],
        total: { opened: 3, contained: 2, closed: 1, hoursToContain: 1.5, hoursToClose: 24 },
        open: 2,
      });
    });
    const april = await analyst.get(url('2026-04-01', '2026-04-30'));
    expect(april.body).toMatchObject({ months: [], total: { opened: 0, hoursToContain: null }, open: 2 });
    await first.reopened('2026-06-03T00:00:00Z');
    await first.changed({ severity: 'medium', state: 'investigating' }, '2026-06-03T00:01:00Z');
    await eventually(async () => {
      expect((await analyst.get(url('2026-05-01', '2026-05-31'))).body).toMatchObject({
        total: { opened: 2, contained: 1, closed: 0, hoursToContain: 1 },
        open: 3,
      });
    });
  });

  it('are the same after a rebuild', async () => {
    const agency = await world.foundAgency();
    const one = incidentOf(agency, 'phishing', 'high');
    await one.opened('2026-05-02T00:00:00Z');
    await one.contained('2026-05-02T03:00:00Z');
    const read = async () => (await agency.administrator.get(url('2026-05-01', '2026-05-31'))).body;
    await eventually(async () => {
      expect(await read()).toMatchObject({ total: { contained: 1 } });
    });
    const before = await read();
    expect((await agency.administrator.post(`${world.url('analytics')}/v1/rebuild`)).status).toBe(200);
    expect(await read()).toEqual(before);
  });

  it('are for those who see the whole agency, and of no other one', async () => {
    const [agency, other] = await Promise.all([world.foundAgency(), world.foundAgency()]);
    await incidentOf(agency, 'phishing', 'high').opened('2026-05-02T00:00:00Z');
    const may = url('2026-05-01', '2026-05-31');
    await eventually(async () => {
      expect((await agency.administrator.get(may)).body).toMatchObject({ open: 1 });
    });
    expect((await other.administrator.get(may)).body).toMatchObject({ months: [], open: 0 });
    const [manager, sales] = [await agency.staff('branch-manager'), await agency.staff('sales')];
    expect(await manager.get(may)).toMatchObject({ status: 403, body: { code: 'request/out-of-reach' } });
    expect(await sales.get(may)).toMatchObject({ status: 403, body: { code: 'access/forbidden' } });
    expect((await agency.administrator.get(url('2026-05-31', '2026-05-01'))).status).toBe(422);
  });
});
