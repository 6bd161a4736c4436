import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import type { Clock } from '@yitu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
let agency: TestAgency;
let aheadMs = 0;
const clock: Clock = { now: () => Temporal.Now.instant().add({ milliseconds: aheadMs }) };
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'], clock });
  agency = await world.foundAgency();
});
afterAll(() => world.close());

const grantsOf = ({ userId }: { userId: string }) => `${world.url('identity')}/v1/users/${userId}/grants`;
const customers = () => `${world.url('crm')}/v1/customers`;
const reading = { permission: 'crm.customer.read', reach: 'branch' };
const set = (giver: Staff, user: { userId: string }, change: object, version = 1) =>
  giver.put(grantsOf(user), { grants: [], denials: [], ...change }, version);

describe('a single grant', () => {
  it('lets somebody do what no role of theirs permits, in every service, with the same token', async () => {
    const person = await agency.staff('data-analyst');
    expect((await person.get(customers())).status).toBe(403);
    const { status, body } = await set(agency.administrator, person, { grants: [reading] });
    expect([status, body]).toMatchObject([200, { grants: [reading], denials: [], version: 2 }]);
    await eventually(async () => expect((await person.get(customers())).status).toBe(200), 5_000);
    expect((await agency.administrator.get(grantsOf(person))).body).toEqual(body);
  });

  it('ends by itself at its end', async () => {
    const person = await agency.staff('data-analyst');
    const until = clock.now().add({ hours: 2 }).toString();
    await set(agency.administrator, person, { grants: [{ ...reading, until }] });
    await eventually(async () => expect((await person.get(customers())).status).toBe(200), 5_000);
    aheadMs = 3 * 3_600_000;
    try {
      // crm remembers what it was told as long as that is true (libs/access), which no test waits for: it forgets.
      await world.stop('crm');
      await world.start('crm');
      expect((await person.get(customers())).status).toBe(403);
    } finally {
      aheadMs = 0;
    }
  });

  it('is passed on by who holds it for a time no longer than that, and no role with it', async () => {
    const [deputy, person] = [await agency.staff('branch-manager'), await agency.staff('sales')];
    const reports = { permission: 'analytics.read-models.rebuild', reach: 'branch' };
    const anything = { permission: 'identity.role.give-any', reach: 'agency' };
    const until = clock.now().add({ hours: 2 });
    const held = [reports, anything].map((grant) => ({ ...grant, until: until.toString() }));
    expect((await set(agency.administrator, deputy, { grants: held })).status).toBe(200);
    const beyond = { status: 403, body: { code: 'identity/grant-beyond-own' } };
    const later = until.add({ seconds: 1 }).toString();
    for (const grant of [reports, { ...reports, until: later }, { ...reading, reach: 'agency' }])
      expect(await set(deputy, person, { grants: [grant] })).toMatchObject(beyond);
    const roles = `${world.url('identity')}/v1/users/${person.userId}/roles`;
    expect(await deputy.put(roles, { roles: ['finance'] }, 1)).toMatchObject({
      status: 403,
      body: { code: 'identity/role-beyond-own' },
    });
    const inTime = { ...reports, until: until.subtract({ seconds: 1 }).toString() };
    const any = { ...reading, reach: 'agency', until: until.toString() };
    expect(await set(deputy, person, { grants: [inTime, any] })).toMatchObject({
      status: 200,
      body: { grants: [inTime, any] },
    });
  });

  it('does not end before it begins', async () => {
    const person = await agency.staff('sales');
    const until = clock.now().subtract({ seconds: 1 }).toString();
    expect(await set(agency.administrator, person, { grants: [{ ...reading, until }] })).toMatchObject({
      status: 422,
      body: { code: 'identity/grant-ends-before-now' },
    });
  });
});

describe('a denial', () => {
  it('wins over roles, also when it is a pattern', async () => {
    const person = await agency.staff('sales');
    expect((await person.get(customers())).status).toBe(200);
    await set(agency.administrator, person, { denials: ['crm.*.read'] });
    await eventually(async () => {
      expect(await person.get(customers())).toMatchObject({
        status: 403,
        body: { code: 'access/forbidden' },
      });
    }, 5_000);
  });
});

describe('grants and denials', () => {
  it('are nothing one changes of oneself, nor without having read them', async () => {
    const { administrator } = agency;
    expect(await set(administrator, administrator, { grants: [reading] })).toMatchObject({
      status: 409,
      body: { code: 'identity/not-yourself' },
    });
    expect(await set(administrator, await agency.staff('sales'), {}, 9)).toMatchObject({ status: 412 });
  });

  it('are of permissions that exist', async () => {
    const wrong = { grants: [{ permission: 'crm.customer.raed', reach: 'own' }], denials: ['cars.*.*'] };
    const answer = await set(agency.administrator, await agency.staff('sales'), wrong);
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'identity/unknown-permission',
        errors: [{ field: '/body/grants/0/permission' }, { field: '/body/denials/0' }],
      },
    });
  });

  it('go no further than what the giver holds', async () => {
    const [manager, person] = [await agency.staff('branch-manager'), await agency.staff('sales')];
    const beyond = { status: 403, body: { code: 'identity/grant-beyond-own' } };
    const wide = { permission: 'crm.customer.read', reach: 'agency' };
    expect(await set(manager, person, { grants: [wide] })).toMatchObject(beyond);
    expect((await set(manager, person, { grants: [reading] })).status).toBe(200);
    await set(agency.administrator, person, { grants: [wide] }, 2);
    // Nor do they take what they could not give.
    expect(await set(manager, person, {}, 3)).toMatchObject(beyond);
    expect(await set(manager, agency.administrator, { denials: ['crm.*.*'] })).toMatchObject({
      status: 403,
      body: { code: 'identity/role-beyond-own' },
    });
  });

  it('are out of reach in another branch and another agency', async () => {
    const franchise = await agency.openBranch('franchise');
    const elsewhere = await agency.staff('branch-manager', franchise);
    const person = await agency.staff('sales');
    expect(await set(elsewhere, person, {})).toMatchObject({ status: 404 });
    const another = await world.foundAgency();
    expect(await set(another.administrator, person, {})).toMatchObject({ status: 404 });
  });
});
