import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Person } from '@yitu/access';
import { requireMember } from '@yitu/access';
import { newId } from '@yitu/kernel';
import { perform, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { secondFactorErrors } from '../second-factor/errors.ts';
import { OptionalPassword, requireOwner } from '../second-factor/require-owner.ts';
import { standingOf } from '../second-factor/standing.ts';
import { User } from '../users/user.ts';
import { BrowserOptions, Registration } from './answers.ts';
import { challengeIn, issueChallenge, useChallenge } from './challenges.ts';
import { handleOf, Passkey, passkeyView, PasskeyView, type RelyingParty } from './passkey.ts';

const most = 20;

/** Ed25519, ES256 and RS256 (COSE): what browsers and devices have today. */
const algorithms = [-8, -7, -257];

const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '^\\P{Cc}*$' });

function asMyself<Result>(
  call: Call,
  action: string,
  work: (uow: UnitOfWork, person: Person) => Promise<Result>,
) {
  const person = requireMember(call.principal) as Person; // access 'signed-in' at the HTTP door: a person
  return perform(call, { member: person, reach: 'agency', action: `identity.passkey.${action}` }, (uow) =>
    work(uow, person),
  );
}

async function beginRegistration(call: Call, party: RelyingParty, password: string | undefined) {
  await requireOwner(call, password);
  const { idempotency: _eachChallengeIsNew, ...once } = call;
  return asMyself(once, 'begin', async (uow, { agencyId, userId }) => {
    const { userName, displayName } = await uow.get(User, userId);
    const known = await uow.find(Passkey, { userId });
    if (known.length >= most) throw secondFactorErrors.tooManyPasskeys({ most });
    const options = await generateRegistrationOptions({
      rpName: 'Yitu',
      rpID: party.id,
      userName,
      userDisplayName: displayName,
      userID: handleOf(agencyId, userId),
      challenge: await issueChallenge(uow, { purpose: 'registration', userId }),
      attestationType: 'none',
      supportedAlgorithmIDs: algorithms,
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { options: { ...options } };
  });
}

const Body = Type.Object({ name: Name, response: Registration });

async function register(call: Call, party: RelyingParty, { name, response }: Static<typeof Body>) {
  const challenge = challengeIn(response.response.clientDataJSON) ?? '';
  const { idempotency: _eachChallengeIsUsedOnce, ...once } = call;
  const { userId } = requireMember(call.principal) as Person; // as above
  // Used up in a transaction of its own: a wrong answer to it must not leave it good.
  const fits = await asMyself(once, 'answer', (uow) =>
    useChallenge(uow, challenge, { purpose: 'registration', userId }),
  );
  const registered = fits ? await registeredBy(response, party, challenge) : undefined;
  if (!registered) throw secondFactorErrors.passkeyRefused();
  return asMyself(once, 'register', async (uow) => {
    const { credential, credentialBackedUp } = registered;
    const passkey = uow.add(
      uow.em.create(Passkey, {
        agencyId: uow.agencyId,
        id: newId(),
        userId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: BigInt(credential.counter),
        transports: response.response.transports ?? [],
        name,
        synced: credentialBackedUp,
        createdAt: uow.now,
        lastUsedAt: null,
      }),
    );
    return passkeyView(passkey);
  });
}

async function registeredBy(response: Registration, party: RelyingParty, challenge: string) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      supportedAlgorithmIDs: algorithms,
    });
    return registrationInfo;
  } catch {
    return undefined; // the library throws for each thing that does not fit; all of them are one refusal
  }
}

const remove = (call: Call, id: string) =>
  asMyself(call, 'remove', async (uow, { userId }) => {
    await uow.lock(User, userId); // two removals at once must not both leave the other one's as the last
    const passkey = await uow.get(Passkey, { id, userId });
    const { required, totp_since: totp, passkeys } = await standingOf(uow, userId);
    if (required && totp === null && passkeys === 1) throw secondFactorErrors.secondFactorRequired();
    uow.em.remove(passkey);
    return { removed: true as const };
  });

const rename = (call: Call, id: string, name: string) =>
  asMyself(call, 'rename', async (uow, { userId }) => {
    const passkey = await uow.lock(Passkey, { id, userId });
    passkey.name = name;
    return passkeyView(passkey);
  });

const list = (call: Call) =>
  asMyself(call, 'read', async (uow, { userId }) => {
    const mine = await uow.find(Passkey, { userId });
    return { passkeys: mine.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(passkeyView) };
  });

const params = Type.Object({ passkeyId: Id });

export const passkeyRoutes = (party: RelyingParty) => [
  route({
    method: 'POST',
    path: '/v1/me/passkeys/options',
    summary: 'What a browser needs to make a passkey for me',
    access: 'signed-in',
    body: Type.Object({ password: OptionalPassword }),
    result: BrowserOptions,
    handle: (call, { body }) => beginRegistration(call, party, body.password),
  }),
  route({
    method: 'POST',
    path: '/v1/me/passkeys',
    summary: 'Register a passkey',
    access: 'signed-in',
    body: Body,
    result: PasskeyView,
    status: 201,
    handle: (call, { body }) => register(call, party, body),
  }),
  route({
    method: 'GET',
    path: '/v1/me/passkeys',
    summary: 'My passkeys',
    access: 'signed-in',
    result: Type.Object({ passkeys: Type.Array(PasskeyView) }),
    handle: (call) => list(call),
  }),
  route({
    method: 'PATCH',
    path: '/v1/me/passkeys/:passkeyId',
    summary: 'Give a passkey another name',
    access: 'signed-in',
    params,
    body: Type.Object({ name: Name }),
    result: PasskeyView,
    handle: (call, { params: { passkeyId }, body }) => rename(call, passkeyId, body.name),
  }),
  route({
    method: 'DELETE',
    path: '/v1/me/passkeys/:passkeyId',
    summary: 'Remove a passkey',
    access: 'signed-in',
    params,
    result: Type.Object({ removed: Type.Literal(true) }),
    handle: (call, { params: { passkeyId } }) => remove(call, passkeyId),
  }),
];
