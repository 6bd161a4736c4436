import type { UnitOfWork } from '@yitu/persistence';

/** How it stands with somebody's second factor. */
export interface Standing {
  readonly totp_since: string | null;
  readonly recovery_codes: number;
  readonly passkeys: number;
  /** Whether one of their roles must have one. */
  readonly required: boolean;
}

export async function standingOf(uow: UnitOfWork, userId: string): Promise<Standing> {
  const [standing] = await uow.rows<Standing>(
    `select to_char(totp.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as totp_since,
       users.roles && agencies.second_factor_required_for as required,
       (select count(*)::int from identity.recovery_codes as codes
         where codes.agency_id = users.agency_id and codes.user_id = users.id and codes.used_at is null) as recovery_codes,
       (select count(*)::int from identity.passkeys where passkeys.agency_id = users.agency_id and passkeys.user_id = users.id) as passkeys
     from identity.users join identity.agencies on agencies.agency_id = users.agency_id
     left join identity.totp_authenticators as totp
       on totp.agency_id = users.agency_id and totp.user_id = users.id and totp.confirmed_at is not null
     where users.agency_id = ? and users.id = ?`,
    [uow.agencyId, userId],
  );
  if (!standing) throw new Error('the user is gone');
  return standing;
}

/** What a password must be followed by. Passkeys alone ask for nothing more: who has one may still sign in with the password. */
export function nextStep({
  totp_since: totp,
  recovery_codes: codes,
  passkeys,
  required,
}: Standing): NextStep {
  const asked = totp !== null || (required && passkeys > 0);
  if (asked)
    return {
      purpose: 'second-factor',
      methods: [
        ...(totp === null ? [] : ['totp' as const]),
        ...(totp !== null && codes > 0 ? ['recovery-code' as const] : []),
        ...(passkeys > 0 ? ['passkey' as const] : []),
      ],
    };
  return required ? { purpose: 'enrolment', methods: ['totp'] } : undefined;
}

export type Method = 'totp' | 'recovery-code' | 'passkey';

export type NextStep = { purpose: 'second-factor' | 'enrolment'; methods: Method[] } | undefined;
