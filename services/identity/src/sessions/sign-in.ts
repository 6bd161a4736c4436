import { newId } from '@yitu/kernel';
import { perform, type Call } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { AgencyCode, agencyIdOf } from '../agencies/find-agency.ts';
import { errors } from '../errors.ts';
import { verifyPassword } from '../users/passwords.ts';
import { User } from '../users/user.ts';
import { startSession } from './start-session.ts';
import { SignedIn, type TokenRules } from './tokens.ts';

const Body = Type.Object({
  agency: AgencyCode,
  login: Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^\\P{Cc}*$',
    description: 'User name or e-mail address',
  }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
  userAgent: Type.Optional(Type.String({ maxLength: 300, pattern: '^\\P{Cc}*$' })),
});

/** @throws identity/wrong-credentials for an unknown agency, an unknown account, a suspended one and a wrong password alike */
async function signIn(
  call: Call,
  rules: TokenRules,
  input: Static<typeof Body>,
): Promise<Static<typeof SignedIn>> {
  const agencyId = await agencyIdOf(call, input.agency);
  // An agency that is none is searched too: it takes as long as an unknown account.
  const user = await findUser(call, agencyId ?? newId(), input.login);
  const right = await verifyPassword(input.password, user?.passwordHash);
  if (!agencyId || !user?.active || !right) throw errors.wrongCredentials();
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const { idempotency: _answersWithSecretsAreNotKept, ...once } = call;
  return perform(once, { member, reach: 'agency', action: 'identity.session.start' }, (uow) => {
    const { remoteAddress } = call;
    return startSession(uow, rules, {
      userId: user.id,
      method: 'password',
      userAgent: input.userAgent,
      remoteAddress,
    });
  });
}

async function findUser(call: Call, agencyId: string, login: string): Promise<User | undefined> {
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const { idempotency: _reading, ...read } = call;
  return perform(read, { member, reach: 'agency', action: 'identity.session.start' }, async (uow) => {
    const [row] = await uow.rows<{ id: string }>(
      "select id from identity.users where agency_id = ? and account <> 'client' and state <> 'departed' and (lower(user_name) = lower(?) or lower(email) = lower(?)) order by lower(user_name) = lower(?) desc limit 1",
      [agencyId, login, login, login],
    );
    return row && uow.get(User, row.id);
  });
}

export const signInRoute = (rules: TokenRules) =>
  route({
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Sign in with user name or e-mail address and password',
    access: 'anyone',
    body: Body,
    result: SignedIn,
    status: 201,
    handle: (call, { body }) => signIn(call, rules, body),
  });
