import type { Call } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { AgencyCode } from '../agencies/find-agency.ts';
import { attemptSucceeded } from '../attempts/attempts.ts';
import { DeviceToken } from '../devices/known-devices.ts';
import { nextStep, standingOf } from '../second-factor/standing.ts';
import { issueTicket, SecondFactorNeeded } from '../second-factor/tickets.ts';
import { errors } from '../errors.ts';
import { isActive } from './accounts.ts';
import { onOwnAccount } from './on-own-account.ts';
import { checkCredentials } from './password-attempt.ts';
import { startSession } from './start-session.ts';
import { SignedIn, type TokenRules } from './tokens.ts';

const Body = Type.Object({
  agency: AgencyCode,
  login: Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^\\P{Cc}*$',
    description: 'User name, e-mail address or mobile number',
  }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
  userAgent: Type.Optional(Type.String({ maxLength: 300, pattern: '^\\P{Cc}*$' })),
  device: Type.Optional(DeviceToken),
});

/** @throws identity/wrong-credentials for an unknown agency, an unknown account, a suspended one and a wrong password alike; identity/too-many-attempts. Where a second factor is needed, the answer is a ticket for the next step. */
async function signIn(
  call: Call,
  rules: TokenRules,
  input: Static<typeof Body>,
): Promise<Static<typeof SignedIn> | Static<typeof SecondFactorNeeded>> {
  const { agencyId, userId, passwordHash, limits } = await checkCredentials(call, input);
  return onOwnAccount(call, agencyId, 'identity.session.start', async (uow) => {
    if (!(await isActive(uow, userId, passwordHash))) throw errors.wrongCredentials();
    await attemptSucceeded(uow, limits);
    const next = nextStep(await standingOf(uow, userId));
    if (next) return issueTicket(uow, userId, next);
    const { userAgent, device } = input;
    return startSession(uow, rules, {
      userId,
      method: 'password',
      userAgent,
      remoteAddress: call.remoteAddress,
      device,
    });
  });
}

export const signInRoute = (rules: TokenRules) =>
  route({
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Sign in with user name, e-mail address or mobile number and password',
    access: 'anyone',
    body: Body,
    result: SignedIn,
    status: 201,
    accepted: { member: 'secondFactor', result: SecondFactorNeeded },
    handle: (call, { body }) => signIn(call, rules, body),
  });
