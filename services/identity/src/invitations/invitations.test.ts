import {
  createClient,
  eventually,
  startMailSink,
  startWorld,
  type MailSink,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenIn } from '../fixtures/letters.ts';

let world: World;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  world = await startWorld({ services: ['identity', 'notifications'], smtpUrl: sink.smtpUrl });
});
afterAll(async () => {
  await world.close();
  await sink.stop();
});

interface Invitation {
  id: string;
  version: number;
  state: string;
  userId: string | null;
}

const url = (path: string) => `${world.url('identity')}/v1${path}`;
const invitationTo = ({ headquartersId, code }: TestAgency, changes: object = {}) => ({
  branchId: headquartersId,
  displayName: '韩梅梅',
  email: `han@${code}.example`,
  mobile: '138 0000 1234',
  locale: 'zh',
  roles: ['sales'],
  ...changes,
});
const chosen = (token: string, changes: object = {}) => ({
  token,
  userName: 'han.meimei',
  password: 'three lazy geese',
  passwordAgain: 'three lazy geese',
  ...changes,
});
const accept = (body: object) =>
  createClient().post<{ userName: string; errors?: { field: string }[] }>(
    url('/invitation-forms/accept'),
    body,
  );
const refused = (status: number, code: string) => ({ status, body: { code } });

const tokenFor = (email: string, letters = 1) => tokenIn(sink, email, 'invitation', letters);

describe('an invitation', () => {
  it('becomes a member of staff by the link in the letter, once', async () => {
    const agency = await world.foundAgency();
    const { status, body } = await agency.administrator.post<Invitation>(
      url('/invitations'),
      invitationTo(agency),
    );
    expect([status, body.state, Object.hasOwn(body, 'linkId')]).toEqual([201, 'pending', false]);
    const token = await tokenFor(`han@${agency.code}.example`);
    const form = await createClient().get(url(`/invitation-forms?token=${token}`));
    expect(form.body).toMatchObject({ agencyCode: agency.code, displayName: '韩梅梅' });
    expect(await accept(chosen(token))).toMatchObject({ status: 201, body: { userName: 'han.meimei' } });
    const attempt = { agency: agency.code, login: 'han.meimei', password: 'three lazy geese' };
    expect((await createClient().post(url('/sessions'), attempt)).status).toBe(201);
    expect(await accept(chosen(token, { userName: 'another' }))).toMatchObject(
      refused(410, 'identity/link-used'),
    );
    const list = await agency.administrator.get<{ invitations: Invitation[] }>(
      url('/invitations?state=accepted'),
    );
    const user = await agency.administrator.get(url(`/users/${list.body.invitations[0]?.userId ?? ''}`));
    expect(user.body).toMatchObject({
      roles: ['sales'],
      mobile: '+8613800001234',
      account: 'staff',
      state: 'active',
    });
  });

  it('becomes one member of staff where two come with the link at once', async () => {
    const agency = await world.foundAgency();
    await agency.administrator.post(url('/invitations'), invitationTo(agency));
    const token = await tokenFor(`han@${agency.code}.example`);
    const held = await world.admin.connect();
    await held.query('begin');
    await held.query('select from identity.invitations where agency_id = $1 for update', [agency.id]);
    const asked = ['one', 'two', 'three'].map((userName) => accept(chosen(token, { userName })));
    await eventually(async () => {
      const { rows } = await world.admin.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(3); // all have come as far as the invitation
    });
    await held.query('commit');
    held.release();
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201, 410, 410,
    ]);
  });

  it('says nothing of its link in events or records', async () => {
    const agency = await world.foundAgency();
    await agency.administrator.post(url('/invitations'), invitationTo(agency));
    const token = await tokenFor(`han@${agency.code}.example`);
    for (const table of [
      'identity.outbox',
      'identity.audit_records',
      'notifications.deliveries',
      'notifications.outbox',
    ]) {
      const { rows } = await world.admin.query(
        `select from ${table} as one where agency_id = $1 and strpos(one::text, $2) > 0`,
        [agency.id, token.split('.')[1]],
      );
      expect([table, rows]).toEqual([table, []]);
      const planted = await world.admin.query(
        `select from ${table} as one where agency_id = $1 and one::text ~ '韩梅梅|13800001234|han@'`,
        [agency.id],
      );
      expect([table, planted.rows]).toEqual([table, []]);
    }
  });

  it('sent again has another link, and the first one dies; withdrawn it has none', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const { body } = await administrator.post<Invitation>(url('/invitations'), invitationTo(agency));
    const first = await tokenFor(`han@${agency.code}.example`);
    const again = await administrator.post<Invitation>(
      url(`/invitations/${body.id}/sendings`),
      {},
      { 'if-match': '"1"' },
    );
    expect([again.status, again.body.version]).toEqual([200, 2]);
    const second = await tokenFor(`han@${agency.code}.example`, 2);
    expect(await accept(chosen(first))).toMatchObject(refused(410, 'identity/link-used'));
    const withdrawal = url(`/invitations/${body.id}/withdrawal`);
    expect((await administrator.post(withdrawal, {}, { 'if-match': '"2"' })).status).toBe(200);
    expect(await accept(chosen(second))).toMatchObject(refused(410, 'identity/link-used'));
    expect(await administrator.post(withdrawal, {}, { 'if-match': '"3"' })).toMatchObject(
      refused(409, 'identity/invitation-over'),
    );
  });

  it.each([
    [
      'passwords that differ',
      { passwordAgain: 'three lazy ducks' },
      422,
      'identity/passwords-differ',
      ['/body/passwordAgain'],
    ],
    [
      'the own name as password',
      { password: 'han.meimei.han', passwordAgain: 'han.meimei.han' },
      422,
      'identity/weak-password',
      ['/body/password'],
    ],
    [
      'a short password',
      { password: 'short', passwordAgain: 'short' },
      400,
      'request/invalid',
      ['/body/password'],
    ],
    ['a user name that is taken', { userName: 'ADMIN' }, 409, 'identity/user-name-taken', []],
  ])('is not accepted with %s', async (_what, changes, status, code, fields) => {
    const agency = await world.foundAgency();
    await agency.administrator.post(url('/invitations'), invitationTo(agency));
    const token = await tokenFor(`han@${agency.code}.example`);
    const answer = await accept(chosen(token, changes));
    expect(answer).toMatchObject(refused(status, code));
    expect((answer.body.errors ?? []).map((error) => error.field)).toEqual(fields);
    expect((await accept(chosen(token))).status).toBe(201); // nothing was lost by trying
  });

  it('is given within one’s own reach and roles', async () => {
    const agency = await world.foundAgency();
    const franchise = await agency.openBranch('franchise');
    const manager = await agency.staff('branch-manager', franchise);
    const sales = await agency.staff('sales');
    const invite = (by: typeof manager, changes: object = {}) =>
      by.post<Invitation>(url('/invitations'), invitationTo(agency, changes));
    expect(await invite(sales)).toMatchObject(refused(403, 'access/forbidden'));
    expect(await invite(manager)).toMatchObject(refused(403, 'request/out-of-reach'));
    const beyond = { branchId: franchise, roles: ['finance'] };
    expect(await invite(manager, beyond)).toMatchObject(refused(403, 'identity/role-beyond-own'));
    const own = await invite(manager, { branchId: franchise });
    expect(own.status).toBe(201);
    expect(await invite(manager, { branchId: franchise })).toMatchObject(
      refused(409, 'identity/already-invited'),
    );
    expect(await invite(agency.administrator, { email: `ADMIN@${agency.code}.example` })).toMatchObject(
      refused(409, 'identity/email-taken'),
    );
    const headquarters = await agency.staff('branch-manager', await agency.openBranch());
    const list = await headquarters.get<{ invitations: object[] }>(url('/invitations'));
    expect(list.body.invitations).toEqual([]);
    const withdrawal = url(`/invitations/${own.body.id}/withdrawal`);
    expect((await headquarters.post(withdrawal, {}, { 'if-match': '"1"' })).status).toBe(404);
    const other = await world.foundAgency();
    expect((await other.administrator.post(withdrawal, {}, { 'if-match': '"1"' })).status).toBe(404);
  });

  it('is opened by its own link alone', async () => {
    const agency = await world.foundAgency();
    await agency.administrator.post(url('/invitations'), invitationTo(agency));
    const token = await tokenFor(`han@${agency.code}.example`);
    const forged = `${token.slice(0, -3)}${token.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    expect(await accept(chosen(forged))).toMatchObject(refused(401, 'access/invalid-link'));
    await world.admin.query(`update identity.invitations set state = 'withdrawn' where agency_id = $1`, [
      agency.id,
    ]);
    expect(await createClient().get(url(`/invitation-forms?token=${token}`))).toMatchObject(
      refused(410, 'identity/link-used'),
    );
  });
});
