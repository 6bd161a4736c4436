import type { Call, UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type, type Static } from 'typebox';
import { attemptSucceeded, countAttempt, keyOf, networkOf, type Limit } from '../attempts/attempts.ts';
import { ofSecondFactor } from '../attempts/decide-attempt.ts';
import { recordFailure } from '../attempts/record-failure.ts';
import { DeviceToken, hashDevice, knowsDevice } from '../devices/known-devices.ts';
import { secondFactorErrors } from './errors.ts';
import { Assertion } from '../passkeys/answers.ts';
import { challengeIn, useChallenge } from '../passkeys/challenges.ts';
import type { RelyingParty } from '../passkeys/passkey.ts';
import { verifyPasskey } from '../passkeys/verify-passkey.ts';
import { isActive } from '../sessions/accounts.ts';
import { onOwnAccount } from '../sessions/on-own-account.ts';
import { startSession } from '../sessions/start-session.ts';
import { agencyOfToken, SignedIn, type TokenRules } from '../sessions/tokens.ts';
import {
  newAuthenticator,
  NewAuthenticator,
  noteSecondFactor,
  renewRecoveryCodes,
  takeCode,
  takeRecoveryCode,
} from './authenticators.ts';
import { readTicket, takeTry, TicketText, useTicket, type Ticket } from './tickets.ts';

export interface SecondFactorPorts {
  readonly rules: TokenRules;
  readonly vault: Vault;
  readonly party: RelyingParty;
}

const Body = Type.Object({
  ticket: TicketText,
  code: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
  recoveryCode: Type.Optional(Type.String({ minLength: 16, maxLength: 40 })),
  passkey: Type.Optional(Assertion),
  userAgent: Type.Optional(Type.String({ maxLength: 300, pattern: '^\\P{Cc}*$' })),
  device: Type.Optional(DeviceToken),
});

type Input = Static<typeof Body>;

const Completed = Type.Object(
  {
    ...SignedIn.properties,
    recoveryCodes: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Where an authenticator was set up with it. Shown here and never again.',
      }),
    ),
  },
  { title: 'SignedInWithSecondFactor' },
);

/** The second step of signing in. @throws identity/ticket-invalid, identity/second-factor-wrong, identity/too-many-attempts */
async function complete(
  call: Call,
  ports: SecondFactorPorts,
  input: Input,
): Promise<Static<typeof Completed>> {
  if ([input.code, input.recoveryCode, input.passkey].filter(Boolean).length !== 1)
    throw secondFactorErrors.secondFactorMissing();
  const agencyId = agencyOfToken(input.ticket);
  if (!agencyId) throw secondFactorErrors.ticketInvalid();
  const { ticket, limits } = await begin(call, agencyId, input);
  if (!ticket) throw secondFactorErrors.ticketInvalid();
  await ports.vault.ready(agencyId);
  const signedIn = await onOwnAccount(call, agencyId, 'identity.session.start', async (uow) => {
    const userId = ticket.user_id;
    if (!(await isActive(uow, userId)) || !(await isRight(uow, ports, ticket, input))) return undefined;
    if (!(await useTicket(uow, input.ticket))) throw secondFactorErrors.ticketInvalid(); // somebody was quicker
    await attemptSucceeded(uow, limits);
    const { userAgent, device } = input;
    const arrival = {
      userId,
      userAgent,
      device,
      remoteAddress: call.remoteAddress,
      method: 'second-factor',
    } as const;
    const session = await startSession(uow, ports.rules, arrival);
    if (input.recoveryCode) noteSecondFactor(uow, userId, 'update', 'recovery-code');
    if (ticket.purpose === 'second-factor') return session;
    noteSecondFactor(uow, userId, 'create', 'totp');
    return { ...session, recoveryCodes: await renewRecoveryCodes(uow, userId) };
  });
  if (signedIn) return signedIn;
  await onOwnAccount(call, agencyId, 'identity.session.refuse', (uow) =>
    recordFailure(uow, {
      accountKey: undefined,
      userId: ticket.user_id,
      agencyExists: true,
      reason: 'wrong-second-factor',
      lockBegins: false,
    }),
  );
  throw secondFactorErrors.secondFactorWrong();
}

/** Counts the try before it is made, and uses up the challenge it may answer. */
async function begin(
  call: Call,
  agencyId: string,
  { ticket: text, device, passkey }: Input,
): Promise<{ ticket: Ticket | undefined; limits: Limit[] }> {
  return onOwnAccount(call, agencyId, 'identity.session.start', async (uow) => {
    const ticket = await takeTry(uow, text);
    if (!ticket) return { ticket, limits: [] };
    const known = device !== undefined && (await knowsDevice(uow, ticket.user_id, device));
    // As with passwords: who guesses from somewhere else keeps nobody out on their own device.
    const from = known ? ['device', hashDevice(device)] : ['address', networkOf(call.remoteAddress)];
    const limits: Limit[] = [
      { key: keyOf('second-factor', ticket.user_id, ...from), rule: ofSecondFactor, onSuccess: 'forget' },
    ];
    await countAttempt(uow, limits);
    const challenge = passkey && challengeIn(passkey.response.clientDataJSON);
    const purpose = { purpose: 'authentication', userId: ticket.user_id } as const;
    if (passkey && !(await useChallenge(uow, challenge ?? '', purpose))) return { ticket: undefined, limits };
    return { ticket, limits };
  });
}

async function isRight(
  uow: UnitOfWork,
  { vault, party }: SecondFactorPorts,
  { user_id: userId, purpose }: Ticket,
  { code, recoveryCode, passkey }: Input,
): Promise<boolean> {
  if (code !== undefined)
    return takeCode(uow, vault, { userId, code, confirmed: purpose === 'second-factor' });
  if (purpose === 'enrolment') return false;
  if (recoveryCode !== undefined) return takeRecoveryCode(uow, userId, recoveryCode);
  const challenge = passkey && challengeIn(passkey.response.clientDataJSON);
  if (!passkey || challenge === undefined) return false;
  return verifyPasskey(uow, passkey, { party, challenge, userId, ownerVerified: false });
}

/** Sets up an authenticator for somebody whose role requires one, before they are signed in. */
async function enrol(
  call: Call,
  { vault }: SecondFactorPorts,
  text: string,
): Promise<Static<typeof NewAuthenticator>> {
  const agencyId = agencyOfToken(text);
  if (!agencyId) throw secondFactorErrors.ticketInvalid();
  await onOwnAccount(call, agencyId, 'identity.totp.begin', (uow) => requireEnrolment(uow, text));
  await vault.ready(agencyId);
  return onOwnAccount(call, agencyId, 'identity.totp.begin', async (uow) =>
    newAuthenticator(uow, vault, await requireEnrolment(uow, text)),
  );
}

async function requireEnrolment(uow: UnitOfWork, text: string): Promise<string> {
  const ticket = await readTicket(uow, text);
  if (ticket?.purpose !== 'enrolment') throw secondFactorErrors.ticketInvalid();
  return ticket.user_id;
}

export const secondFactorSignInRoutes = (ports: SecondFactorPorts) => [
  route({
    method: 'POST',
    path: '/v1/sessions/second-factor',
    summary: 'The second step of signing in: one of a code, a recovery code or a passkey',
    access: 'anyone',
    body: Body,
    result: Completed,
    status: 201,
    handle: (call, { body }) => complete(call, ports, body),
  }),
  route({
    method: 'POST',
    path: '/v1/sessions/second-factor/totp',
    summary: 'Set up an authenticator while signing in, where the role requires one',
    access: 'anyone',
    body: Type.Object({ ticket: TicketText }),
    result: NewAuthenticator,
    status: 201,
    handle: (call, { body }) => enrol(call, ports, body.ticket),
  }),
];
