import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { Call, UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { attemptSucceeded, countAttempt, keyOf, networkOf, type Limit } from '../attempts/attempts.ts';
import { ofAddress } from '../attempts/decide-attempt.ts';
import { recordFailure } from '../attempts/record-failure.ts';
import { DeviceToken } from '../devices/known-devices.ts';
import { secondFactorErrors } from '../second-factor/errors.ts';
import { readTicket, TicketText } from '../second-factor/tickets.ts';
import { isActive } from '../sessions/accounts.ts';
import { onOwnAccount } from '../sessions/on-own-account.ts';
import { startSession } from '../sessions/start-session.ts';
import { agencyOfToken, SignedIn, type TokenRules } from '../sessions/tokens.ts';
import { Assertion, BrowserOptions } from './answers.ts';
import { challengeIn, issueChallenge, noAgency, useChallenge } from './challenges.ts';
import { ownerOf, Passkey, type RelyingParty } from './passkey.ts';
import { verifyPasskey } from './verify-passkey.ts';

/**
 * A challenge for whoever wants to sign in. With a ticket it is for the passkeys of its user, as a second factor; without one any passkey of this
 * party will do that its device knows the owner of, and the device says who that is.
 */
async function askForPasskey(call: Call, party: RelyingParty, ticket: string | undefined) {
  const agencyId = ticket === undefined ? noAgency : agencyOfToken(ticket);
  if (!agencyId) throw secondFactorErrors.ticketInvalid();
  return onOwnAccount(call, agencyId, 'identity.passkey.ask', async (uow) => {
    const userId = ticket === undefined ? null : (await readTicket(uow, ticket))?.user_id;
    if (userId === undefined) throw secondFactorErrors.ticketInvalid();
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      challenge: await issueChallenge(uow, { purpose: 'authentication', userId }),
      userVerification: userId === null ? 'required' : 'preferred',
      ...(userId !== null && { allowCredentials: await credentialsOf(uow, userId) }),
    });
    return { options: { ...options } };
  });
}

const credentialsOf = async (uow: UnitOfWork, userId: string) =>
  (await uow.find(Passkey, { userId })).map(({ credentialId }) => ({ id: credentialId }));

const Body = Type.Object({
  response: Assertion,
  userAgent: Type.Optional(Type.String({ maxLength: 300, pattern: '^\\P{Cc}*$' })),
  device: Type.Optional(DeviceToken),
});

/** A passkey whose device has made sure of its owner is two factors in one: nothing more is asked for. @throws identity/passkey-refused */
async function signIn(
  call: Call,
  { rules, party }: { rules: TokenRules; party: RelyingParty },
  { response, userAgent, device }: Static<typeof Body>,
): Promise<Static<typeof SignedIn>> {
  const challenge = challengeIn(response.response.clientDataJSON) ?? '';
  const owner = ownerOf(response.response.userHandle ?? '');
  const fits = await onOwnAccount(call, noAgency, 'identity.passkey.answer', (uow) =>
    useChallenge(uow, challenge, { purpose: 'authentication', userId: null }),
  );
  if (!owner || !fits) throw secondFactorErrors.passkeyRefused();
  const { agencyId, userId } = owner;
  const limits: Limit[] = [
    { key: keyOf('address', networkOf(call.remoteAddress)), rule: ofAddress, onSuccess: 'take-back' },
  ];
  await onOwnAccount(call, agencyId, 'identity.session.start', (uow) => countAttempt(uow, limits));
  const signedIn = await onOwnAccount(call, agencyId, 'identity.session.start', async (uow) => {
    const expected = { party, challenge, userId, ownerVerified: true };
    if (!(await isActive(uow, userId)) || !(await verifyPasskey(uow, response, expected))) return undefined;
    await attemptSucceeded(uow, limits);
    const arrival = {
      userId,
      userAgent,
      device,
      remoteAddress: call.remoteAddress,
      method: 'passkey',
    } as const;
    return startSession(uow, rules, arrival);
  });
  if (signedIn) return signedIn;
  await onOwnAccount(call, agencyId, 'identity.session.refuse', (uow) => refused(uow, userId));
  throw secondFactorErrors.passkeyRefused();
}

/** The handle may be made up: it is recorded with an account only where there is one. */
async function refused(uow: UnitOfWork, claimed: string): Promise<void> {
  const users = await uow.rows('select from identity.users where agency_id = ? and id = ?', [
    uow.agencyId,
    claimed,
  ]);
  const exists = users.length > 0;
  await recordFailure(uow, {
    accountKey: undefined,
    userId: exists ? claimed : undefined,
    agencyExists: exists,
    reason: 'wrong-second-factor',
    lockBegins: false,
  });
}

export const passkeySignInRoutes = (rules: TokenRules, party: RelyingParty) => [
  route({
    method: 'POST',
    path: '/v1/sessions/passkey/options',
    summary: 'What a browser needs to sign somebody in with a passkey',
    access: 'anyone',
    body: Type.Object({ ticket: Type.Optional(TicketText) }),
    result: BrowserOptions,
    handle: (call, { body }) => askForPasskey(call, party, body.ticket),
  }),
  route({
    method: 'POST',
    path: '/v1/sessions/passkey',
    summary: 'Sign in with a passkey',
    access: 'anyone',
    body: Body,
    result: SignedIn,
    status: 201,
    handle: (call, { body }) => signIn(call, { rules, party }, body),
  }),
];
