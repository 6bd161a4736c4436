import type { UnitOfWork } from '@yitu/persistence';
import type { SealedTable, Vault } from '@yitu/vault';
import { generateSecret, generateURI } from 'otplib';
import { Type, type Static } from 'typebox';
import { secondFactorErrors } from './errors.ts';
import { hashRecoveryCode, newRecoveryCodes, stepOfCode } from './codes.ts';

export const NewAuthenticator = Type.Object(
  {
    secret: Type.String({ description: 'Base32, for typing in. It is shown here once and never again.' }),
    uri: Type.String({ description: 'otpauth URI, for a QR code' }),
  },
  { title: 'NewAuthenticator' },
);

export const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), {
    description: 'Each works once; they are shown here and never again.',
  }),
});

/** What the vault has to know to seal secrets again with another key. */
export const sealedAuthenticators: SealedTable = {
  table: 'totp_authenticators',
  rowColumn: 'user_id',
  personColumn: 'user_id',
  fields: [{ field: 'secret', column: 'secret' }],
};

/** Where a user's secret stands in the vault: it opens nowhere else. */
const placeOf = (userId: string) => ({ table: 'totp_authenticators', row: userId, field: 'secret' });

/**
 * A new secret for somebody's authenticator, which counts once its first code has come. Needs `vault.ready`.
 * @throws identity/totp-already-confirmed
 */
export async function newAuthenticator(
  uow: UnitOfWork,
  vault: Vault,
  userId: string,
): Promise<Static<typeof NewAuthenticator>> {
  const sealing = await vault.sealing(uow, userId);
  const secret = generateSecret();
  const written = await uow.rows(
    `insert into identity.totp_authenticators as present (agency_id, user_id, secret, created_at, last_step) values (?, ?, ?, ?, 0)
     on conflict (agency_id, user_id) do update set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
       where present.confirmed_at is null
     returning user_id`,
    [uow.agencyId, userId, sealing.seal(placeOf(userId), secret), uow.now.toString()],
  );
  if (written.length === 0) throw secondFactorErrors.totpAlreadyConfirmed();
  const [named] = await uow.rows<{ user_name: string; code: string }>(
    `select users.user_name, agencies.code from identity.users join identity.agencies on agencies.agency_id = users.agency_id
     where users.agency_id = ? and users.id = ?`,
    [uow.agencyId, userId],
  );
  const label = `${named?.code ?? ''}/${named?.user_name ?? ''}`;
  return { secret, uri: generateURI({ issuer: 'Yitu', label, secret }) };
}

interface Row {
  secret: string;
  last_step: string;
  confirmed: boolean;
}

/**
 * Whether a code is right and new; it is taken with that. The row's lock lets one of several with the same code through. Needs `vault.ready`.
 * @param confirmed whether the authenticator must be in use already, or must not
 */
export async function takeCode(
  uow: UnitOfWork,
  vault: Vault,
  { userId, code, confirmed }: { userId: string; code: string; confirmed: boolean },
): Promise<boolean> {
  const [row] = await uow.rows<Row>(
    `select secret, last_step::text, confirmed_at is not null as confirmed from identity.totp_authenticators
     where agency_id = ? and user_id = ? for update`,
    [uow.agencyId, userId],
  );
  if (!row || row.confirmed !== confirmed) return false;
  const open = await vault.opening(uow, userId);
  const step = stepOfCode(open(placeOf(userId), row.secret), code, uow.now, Number(row.last_step));
  if (step === undefined) return false;
  await uow.rows(
    'update identity.totp_authenticators set last_step = ?, confirmed_at = coalesce(confirmed_at, ?) where agency_id = ? and user_id = ?',
    [step, uow.now.toString(), uow.agencyId, userId],
  );
  return true;
}

export async function removeAuthenticator(uow: UnitOfWork, userId: string): Promise<void> {
  for (const table of ['totp_authenticators', 'recovery_codes'])
    await uow.rows(`delete from identity.${table} where agency_id = ? and user_id = ?`, [
      uow.agencyId,
      userId,
    ]);
}

/** Ten new recovery codes; those from before work no more. */
export async function renewRecoveryCodes(uow: UnitOfWork, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await uow.rows('delete from identity.recovery_codes where agency_id = ? and user_id = ?', [
    uow.agencyId,
    userId,
  ]);
  await uow.rows(
    `insert into identity.recovery_codes (agency_id, user_id, hash, created_at)
     select ?, ?, hash, ? from jsonb_array_elements_text(?) as code (hash)`,
    [uow.agencyId, userId, uow.now.toString(), JSON.stringify(codes.map(hashRecoveryCode))],
  );
  return codes;
}

/** Whether a recovery code is right and unused; it is used with that. */
export async function takeRecoveryCode(uow: UnitOfWork, userId: string, code: string): Promise<boolean> {
  const taken = await uow.rows(
    `update identity.recovery_codes set used_at = ? where agency_id = ? and user_id = ? and hash = ? and used_at is null returning user_id`,
    [uow.now.toString(), uow.agencyId, userId, hashRecoveryCode(code)],
  );
  return taken.length > 0;
}

/** The record that somebody's second factor has changed, or a recovery code was used: the secrets themselves are in none. */
export function noteSecondFactor(
  uow: UnitOfWork,
  userId: string,
  change: 'create' | 'update' | 'delete',
  method: 'totp' | 'recovery-code' | 'recovery-codes',
): void {
  uow.audit({ objectType: 'SecondFactor', objectId: userId, change, after: { method } });
}
