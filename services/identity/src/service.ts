import { openVault, rootKeys } from '@yitu/vault';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { describeSession } from './access/describe-access.ts';
import { Agency } from './agencies/agency.ts';
import { Branch } from './branches/branch.ts';
import { Client, ClientSecret } from './clients/client.ts';
import { ClientSession } from './clients/client-sessions.ts';
import type { Config } from './config.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { IdentityProvider, ProviderAccount } from './identity-providers/identity-provider.ts';
import { providerConnections } from './identity-providers/provider-connections.ts';
import { signInTokens } from './identity-providers/sign-in-tokens.ts';
import { loadSigningKeys } from './keys/signing-keys.ts';
import { Role } from './roles/role.ts';
import { RefreshToken, Session } from './sessions/session.ts';
import { User } from './users/user.ts';

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
      Role,
      Client,
      ClientSecret,
      ClientSession,
      IdentityProvider,
      ProviderAccount,
    ],
    constraints: {
      agencies_pkey: errors.foundedMeanwhile,
      agencies_code_key: errors.agencyCodeTaken,
      branches_code_key: errors.branchCodeTaken,
      roles_code_key: errors.roleCodeTaken,
      users_user_name_key: errors.userNameTaken,
      users_email_key: errors.emailTaken,
      users_mobile_key: errors.mobileTaken,
      identity_providers_agency_key: errors.identityProviderExists,
    },
    sensitive: {
      User: ['passwordHash', 'email', 'mobile'],
      RefreshToken: ['hash'],
      ClientSecret: ['hash'],
      IdentityProvider: ['clientSecret'],
    },
    verify: keys.verify,
    askAccess: (agencyId, sessionId) => describeSession(foundation, agencyId, sessionId),
  });
  const tokens = { keys, accessSeconds: config.ACCESS_TOKEN_SECONDS, refreshDays: config.REFRESH_TOKEN_DAYS };
  const serviceSecrets = JSON.parse(config.SERVICE_SECRETS) as Record<string, string>; // a wrong shape refuses every secret
  const { OPERATOR_SECRET: operatorSecret, PUBLIC_URL: publicUrl } = config;
  const { database, clock } = foundation;
  const providers = {
    vault: openVault({ database, clock, source: rootKeys(config) }),
    connect: providerConnections(config.YITU_ENV === 'local'),
    tokens: signInTokens(config.SERVICE_SECRET),
    rules: tokens,
    publicUrl,
  };
  return foundation.open(doors({ tokens, operatorSecret, serviceSecrets, publicUrl, providers }));
}
