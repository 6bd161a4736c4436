import { requestErrors } from '@yitu/persistence';
import { createLog, layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { openRootKeys, openVault, requireRootKeys, rotationOf } from '@yitu/vault';
import { describeSession } from './access/describe-access.ts';
import { Agency } from './agencies/agency.ts';
import { Assessment } from './assessments/assessment.ts';
import { keepSwept } from './attempts/sweep.ts';
import { Branch } from './branches/branch.ts';
import { auditTrail } from './audit/audit-trail.ts';
import { loadCheckpointKeys } from './audit/checkpoint.ts';
import { directoryStore } from './audit/checkpoint-store.ts';
import { unrecorded } from './audit/unrecorded.ts';
import { Client, ClientSecret } from './clients/client.ts';
import { ClientSession } from './clients/client-sessions.ts';
import type { Config } from './config.ts';
import { openPlaces } from './devices/places.ts';
import { Course } from './courses/course.ts';
import { Training } from './courses/hold-training.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { branchErrors } from './branches/errors.ts';
import { courseErrors } from './courses/errors.ts';
import { providerErrors } from './identity-providers/errors.ts';
import { incidentErrors } from './incidents/errors.ts';
import { legalTextErrors } from './legal-texts/errors.ts';
import { roleErrors } from './roles/errors.ts';
import { secondFactorErrors } from './second-factor/errors.ts';
import {
  IdentityProvider,
  ProviderAccount,
  sealedProviders,
} from './identity-providers/identity-provider.ts';
import { providerConnections } from './identity-providers/provider-connections.ts';
import { signInTokens } from './identity-providers/sign-in-tokens.ts';
import { Role } from './roles/role.ts';
import { IncidentRules } from './incidents/incident-rules.ts';
import { Incident } from './incidents/incident.ts';
import { RoleRequirement } from './roles/required-courses/set-required-courses.ts';
import { Invitation } from './invitations/invitation.ts';
import { openSigningKeys } from './keys/signing-keys.ts';
import { LegalText } from './legal-texts/legal-text.ts';
import { Passkey, relyingPartyOf } from './passkeys/passkey.ts';
import { PasswordReset } from './password-resets/password-reset.ts';
import { EmailChange } from './profile/email-change.ts';
import { LegalAcceptance } from './registrations/legal-acceptance.ts';
import { Registration } from './registrations/registration.ts';
import { passwordRules } from './password-rules/check-password.ts';
import { sealedAuthenticators } from './second-factor/authenticators.ts';
import { RefreshToken, Session } from './sessions/session.ts';
import { hashWith } from './users/passwords.ts';
import { User } from './users/user.ts';

/** Not for audit records: who somebody is, where to reach them, and what lets them in. */
const personal = {
  User: ['passwordHash', 'email', 'mobile'],
  RefreshToken: ['hash', 'successor'],
  Session: ['deviceHash'],
  Passkey: ['credentialId', 'publicKey'],
  ClientSecret: ['hash'],
  IdentityProvider: ['clientSecret'],
  Invitation: ['displayName', 'email', 'mobile'],
  Registration: ['userName', 'displayName', 'email', 'mobile', 'passwordHash'],
  PasswordReset: ['login'],
  EmailChange: ['oldEmail', 'newEmail'],
};

/** What a violated constraint means. */
const constraints = {
  agencies_pkey: errors.foundedMeanwhile,
  agencies_code_key: errors.agencyCodeTaken,
  branches_code_key: branchErrors.branchCodeTaken,
  users_user_name_key: errors.userNameTaken,
  users_email_key: errors.emailTaken,
  passkeys_credential_key: secondFactorErrors.passkeyTaken,
  roles_code_key: roleErrors.roleCodeTaken,
  identity_providers_agency_key: providerErrors.identityProviderExists,
  courses_code_key: courseErrors.courseCodeTaken,
  role_requirements_role_key: () => requestErrors.staleVersion({ current: 2 }),
  incident_people_user_fkey: incidentErrors.noSuchUser,
  incident_people_open_key: incidentErrors.incidentOpenAlready,
  incidents_open_burst_key: incidentErrors.incidentOpenAlready,
  incident_isolations_in_force_key: incidentErrors.alreadySuspended,
  incident_rules_agency_key: () => requestErrors.staleVersion({ current: 2 }),
  users_mobile_key: errors.mobileTaken,
  invitations_pending_key: errors.alreadyInvited,
  legal_texts_version_key: legalTextErrors.legalTextKnown,
  legal_texts_valid_from_key: legalTextErrors.legalTextKnown,
};

/** Puts identity together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const log = surroundings.log ?? createLog('identity', config.LOG_LEVEL);
  const keys = await openSigningKeys(config.SIGNING_KEYS_FILE, (error) =>
    log.error({ err: error }, 'the signing keys cannot be read; those known so far go on signing'),
  );
  hashWith(config.PASSWORD_MEMORY_KIB);
  const source = await openRootKeys(config);
  const places = await openPlaces(config.GEOIP_FILE);
  const signing = {
    keys: await loadCheckpointKeys(config.AUDIT_SIGNING_KEYS_FILE),
    store: directoryStore(config.AUDIT_CHECKPOINTS_DIR),
    every: { seconds: config.AUDIT_CHECKPOINT_SECONDS, entries: config.AUDIT_CHECKPOINT_ENTRIES },
  };
  const foundation = await layFoundation({
    ...surroundings,
    log,
    name: 'identity',
    description: 'Agencies, branches, staff, sign-in, roles and permissions',
    config,
    entities: [
      ...[Agency, Branch, User, Session, RefreshToken, Passkey, Incident, IncidentRules],
      ...[Client, ClientSecret, ClientSession, IdentityProvider, ProviderAccount, Role],
      ...[Course, Training, Assessment, RoleRequirement],
      ...[Invitation, LegalText, LegalAcceptance, Registration, PasswordReset, EmailChange],
    ],
    constraints,
    sensitive: personal,
    unrecorded,
    verify: keys.verify,
    askAccess: (agencyId, sessionId) => describeSession(foundation, agencyId, sessionId),
  });
  const vaulted = {
    ...foundation,
    source,
    tables: [sealedAuthenticators, sealedProviders],
  };
  await requireRootKeys(vaulted);
  const [vault, rotation] = [openVault(vaulted), rotationOf(vaulted)];
  const party = relyingPartyOf(config.PUBLIC_URL);
  const tokens = { keys, accessSeconds: config.ACCESS_TOKEN_SECONDS, refreshDays: config.REFRESH_TOKEN_DAYS };
  const serviceSecrets = JSON.parse(config.SERVICE_SECRETS) as Record<string, string>; // a wrong shape refuses every secret
  const { OPERATOR_SECRET: operatorSecret, PUBLIC_URL: publicUrl } = config;
  const providers = {
    vault,
    connect: providerConnections(config.YITU_ENV === 'local'),
    tokens: signInTokens(config.SERVICE_SECRET),
    rules: tokens,
    publicUrl,
  };
  const links = { secret: config.LINK_SECRET, publicUrl };
  const checkPassword = passwordRules(config.LEAKED_PASSWORDS_FILE);
  const service = await foundation.open({
    ...doors({
      tokens,
      places,
      vault,
      rotation,
      party,
      operatorSecret,
      serviceSecrets,
      publicUrl,
      checkPassword,
      links,
      providers,
    }),
    background: auditTrail(foundation, signing),
  });
  const endSweeping = keepSwept(foundation.database, (error) => log.warn({ err: error }, 'sweeping failed'));
  return {
    ...service,
    close: async () => {
      endSweeping();
      await service.close();
    },
  };
}
