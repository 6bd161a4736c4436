import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { describeSession } from './access/describe-access.ts';
import { Agency } from './agencies/agency.ts';
import { Branch } from './branches/branch.ts';
import type { Config } from './config.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { Invitation } from './invitations/invitation.ts';
import { loadSigningKeys } from './keys/signing-keys.ts';
import { LegalText } from './legal-texts/legal-text.ts';
import { PasswordReset } from './password-resets/password-reset.ts';
import { EmailChange } from './profile/email-change.ts';
import { LegalAcceptance } from './registrations/legal-acceptance.ts';
import { Registration } from './registrations/registration.ts';
import { passwordRules } from './password-rules/check-password.ts';
import { RefreshToken, Session } from './sessions/session.ts';
import { User } from './users/user.ts';

/** Not for audit records: who somebody is, where to reach them, and what lets them in. */
const personal = {
  User: ['passwordHash', 'email', 'mobile'],
  RefreshToken: ['hash'],
  Invitation: ['displayName', 'email', 'mobile'],
  Registration: ['userName', 'displayName', 'email', 'mobile', 'passwordHash'],
  PasswordReset: ['login'],
  EmailChange: ['oldEmail', 'newEmail'],
};

/** Puts identity together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const keys = await loadSigningKeys(config.SIGNING_KEYS_FILE);
  const foundation = await layFoundation({
    ...surroundings,
    name: 'identity',
    description: 'Agencies, branches, staff, sign-in, roles and permissions',
    config,
    entities: [
      Agency,
      Branch,
      User,
      Session,
      RefreshToken,
      Invitation,
      LegalText,
      LegalAcceptance,
      Registration,
      PasswordReset,
      EmailChange,
    ],
    constraints: {
      agencies_pkey: errors.foundedMeanwhile,
      agencies_code_key: errors.agencyCodeTaken,
      branches_code_key: errors.branchCodeTaken,
      users_user_name_key: errors.userNameTaken,
      users_email_key: errors.emailTaken,
      users_mobile_key: errors.mobileTaken,
      invitations_pending_key: errors.alreadyInvited,
      legal_texts_version_key: errors.legalTextKnown,
      legal_texts_valid_from_key: errors.legalTextKnown,
    },
    sensitive: personal,
    verify: keys.verify,
    askAccess: (agencyId, sessionId) => describeSession(foundation.database, agencyId, sessionId),
  });
  const tokens = { keys, accessSeconds: config.ACCESS_TOKEN_SECONDS, refreshDays: config.REFRESH_TOKEN_DAYS };
  const serviceSecrets = JSON.parse(config.SERVICE_SECRETS) as Record<string, string>; // a wrong shape refuses every secret
  const links = { secret: config.LINK_SECRET, publicUrl: config.PUBLIC_URL };
  const checkPassword = passwordRules(config.LEAKED_PASSWORDS_FILE);
  return foundation.open(
    doors({ tokens, operatorSecret: config.OPERATOR_SECRET, serviceSecrets, checkPassword, links }),
  );
}
