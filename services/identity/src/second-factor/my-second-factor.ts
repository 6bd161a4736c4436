import { requireMember, type Person } from '@yitu/access';
import { perform, type Call, type UnitOfWork } from '@yitu/persistence';
import { InstantText, route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { secondFactorErrors } from './errors.ts';
import {
  NewAuthenticator,
  newAuthenticator,
  noteSecondFactor,
  RecoveryCodes,
  removeAuthenticator,
  renewRecoveryCodes,
  takeCode,
} from './authenticators.ts';
import { OptionalPassword, requireOwner } from './require-owner.ts';
import { standingOf } from './standing.ts';

/** Answers hold secrets: none is kept for a repeated Idempotency-Key. */
function asMyself<Result>(
  call: Call,
  action: string,
  work: (uow: UnitOfWork, person: Person) => Promise<Result>,
) {
  const person = requireMember(call.principal) as Person; // access 'signed-in' at the HTTP door: a person
  const { idempotency: _answersWithSecretsAreNotKept, ...once } = call;
  return perform(once, { member: person, reach: 'agency', action: `identity.totp.${action}` }, (uow) =>
    work(uow, person),
  );
}

async function begin(call: Call, vault: Vault, password: string | undefined) {
  await requireOwner(call, password);
  await vault.ready(agencyOf(call));
  return asMyself(call, 'begin', (uow, { userId }) => newAuthenticator(uow, vault, userId));
}

const agencyOf = (call: Call) => requireMember(call.principal).agencyId;

async function confirm(call: Call, vault: Vault, code: string) {
  await vault.ready(agencyOf(call));
  return asMyself(call, 'confirm', async (uow, { userId }) => {
    if (!(await takeCode(uow, vault, { userId, code, confirmed: false })))
      throw secondFactorErrors.secondFactorWrong();
    noteSecondFactor(uow, userId, 'create', 'totp');
    return { recoveryCodes: await renewRecoveryCodes(uow, userId) };
  });
}

async function remove(call: Call, password: string | undefined) {
  await requireOwner(call, password);
  return asMyself(call, 'remove', async (uow, { userId }) => {
    const { required, passkeys } = await standingOf(uow, userId);
    if (required && passkeys === 0) throw secondFactorErrors.secondFactorRequired();
    await removeAuthenticator(uow, userId);
    noteSecondFactor(uow, userId, 'delete', 'totp');
    return { removed: true as const };
  });
}

async function renew(call: Call, password: string | undefined) {
  await requireOwner(call, password);
  return asMyself(call, 'renew-recovery-codes', async (uow, { userId }) => {
    const { totp_since: totp } = await standingOf(uow, userId);
    if (totp === null) throw secondFactorErrors.totpNotStarted();
    noteSecondFactor(uow, userId, 'update', 'recovery-codes');
    return { recoveryCodes: await renewRecoveryCodes(uow, userId) };
  });
}

const Standing = Type.Object(
  {
    totpSince: Type.Union([InstantText, Type.Null()]),
    recoveryCodesLeft: Type.Integer(),
    passkeys: Type.Integer(),
    required: Type.Boolean({ description: 'Whether one of my roles must have a second factor' }),
  },
  { title: 'SecondFactor' },
);

const read = (call: Call) =>
  asMyself(call, 'read', async (uow, { userId }) => {
    const standing = await standingOf(uow, userId);
    const { totp_since: totpSince, recovery_codes: recoveryCodesLeft, passkeys, required } = standing;
    return { totpSince, recoveryCodesLeft, passkeys, required };
  });

const Password = Type.Object({ password: OptionalPassword });

export const mySecondFactorRoutes = (vault: Vault) => [
  route({
    method: 'GET',
    path: '/v1/me/second-factor',
    summary: 'How I sign in beside my password',
    access: 'signed-in',
    result: Standing,
    handle: (call) => read(call),
  }),
  route({
    method: 'POST',
    path: '/v1/me/totp',
    summary: 'Begin to set up an authenticator',
    access: 'signed-in',
    body: Password,
    result: NewAuthenticator,
    status: 201,
    handle: (call, { body }) => begin(call, vault, body.password),
  }),
  route({
    method: 'POST',
    path: '/v1/me/totp/confirmation',
    summary: 'Take the authenticator into use with its first code',
    access: 'signed-in',
    body: Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }),
    result: RecoveryCodes,
    status: 201,
    handle: (call, { body }) => confirm(call, vault, body.code),
  }),
  route({
    method: 'POST',
    path: '/v1/me/totp/removal',
    summary: 'Take the authenticator out of use',
    access: 'signed-in',
    body: Password,
    result: Type.Object({ removed: Type.Literal(true) }),
    handle: (call, { body }) => remove(call, body.password),
  }),
  route({
    method: 'POST',
    path: '/v1/me/recovery-codes',
    summary: 'Ten new recovery codes in place of the old ones',
    access: 'signed-in',
    body: Password,
    result: RecoveryCodes,
    status: 201,
    handle: (call, { body }) => renew(call, body.password),
  }),
];
