import { createLog, layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { openVault, rootKeys } from '@yitu/vault';
import { describeSession } from './access/describe-access.ts';
import { Agency } from './agencies/agency.ts';
import { keepSwept } from './attempts/sweep.ts';
import { Branch } from './branches/branch.ts';
import type { Config } from './config.ts';
import { openPlaces } from './devices/places.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { openSigningKeys } from './keys/signing-keys.ts';
import { Passkey, relyingPartyOf } from './passkeys/passkey.ts';
import { RefreshToken, Session } from './sessions/session.ts';
import { User } from './users/user.ts';

/** Puts identity together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const log = surroundings.log ?? createLog('identity', config.LOG_LEVEL);
  const keys = await openSigningKeys(config.SIGNING_KEYS_FILE, (error) =>
    log.error({ err: error }, 'the signing keys cannot be read; those known so far go on signing'),
  );
  const places = await openPlaces(config.GEOIP_FILE);
  const foundation = await layFoundation({
    ...surroundings,
    log,
    name: 'identity',
    description: 'Agencies, branches, staff, sign-in, roles and permissions',
    config,
    entities: [Agency, Branch, User, Session, RefreshToken, Passkey],
    constraints: {
      agencies_pkey: errors.foundedMeanwhile,
      agencies_code_key: errors.agencyCodeTaken,
      branches_code_key: errors.branchCodeTaken,
      users_user_name_key: errors.userNameTaken,
      users_email_key: errors.emailTaken,
      passkeys_credential_key: errors.passkeyTaken,
    },
    sensitive: {
      User: ['passwordHash', 'email'],
      Session: ['deviceHash'],
      RefreshToken: ['hash', 'successor'],
      Passkey: ['credentialId', 'publicKey'],
    },
    verify: keys.verify,
    askAccess: (agencyId, sessionId) => describeSession(foundation.database, agencyId, sessionId),
  });
  const vault = openVault({ ...foundation, source: rootKeys(config) });
  const party = relyingPartyOf(config.PUBLIC_URL);
  const tokens = { keys, accessSeconds: config.ACCESS_TOKEN_SECONDS, refreshDays: config.REFRESH_TOKEN_DAYS };
  const serviceSecrets = JSON.parse(config.SERVICE_SECRETS) as Record<string, string>; // a wrong shape refuses every secret
  const service = await foundation.open(
    doors({ tokens, places, vault, party, operatorSecret: config.OPERATOR_SECRET, serviceSecrets }),
  );
  const endSweeping = keepSwept(foundation.database, (error) => log.warn({ err: error }, 'sweeping failed'));
  return {
    ...service,
    close: async () => {
      endSweeping();
      await service.close();
    },
  };
}
