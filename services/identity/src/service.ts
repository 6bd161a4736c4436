import { startCollector } from '@yitu/messaging';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { describeSession } from './access/describe-access.ts';
import { Agency } from './agencies/agency.ts';
import { Branch } from './branches/branch.ts';
import { appendEntries } from './audit/append-entries.ts';
import { loadCheckpointKeys } from './audit/checkpoint.ts';
import { directoryStore } from './audit/checkpoint-store.ts';
import { startSigning } from './audit/sign-checkpoints.ts';
import type { Config } from './config.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { loadSigningKeys } from './keys/signing-keys.ts';
import { RefreshToken, Session } from './sessions/session.ts';
import { User } from './users/user.ts';

/** Puts identity together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const keys = await loadSigningKeys(config.SIGNING_KEYS_FILE);
  const signing = {
    keys: await loadCheckpointKeys(config.AUDIT_SIGNING_KEYS_FILE),
    store: directoryStore(config.AUDIT_CHECKPOINTS_DIR),
  };
  const foundation = await layFoundation({
    ...surroundings,
    name: 'identity',
    description: 'Agencies, branches, staff, sign-in, roles and permissions',
    config,
    entities: [Agency, Branch, User, Session, RefreshToken],
    constraints: {
      agencies_pkey: errors.foundedMeanwhile,
      agencies_code_key: errors.agencyCodeTaken,
      branches_code_key: errors.branchCodeTaken,
      users_user_name_key: errors.userNameTaken,
      users_email_key: errors.emailTaken,
    },
    sensitive: { User: ['passwordHash', 'email'], RefreshToken: ['hash'] },
    unrecorded: {
      audit_entries: 'the chain of the records themselves',
      audit_heads: 'the chain of the records themselves',
    },
    verify: keys.verify,
    askAccess: (agencyId, sessionId) => describeSession(foundation.database, agencyId, sessionId),
  });
  const tokens = { keys, accessSeconds: config.ACCESS_TOKEN_SECONDS, refreshDays: config.REFRESH_TOKEN_DAYS };
  const serviceSecrets = JSON.parse(config.SERVICE_SECRETS) as Record<string, string>; // a wrong shape refuses every secret
  const background = [
    () =>
      startCollector({
        ...foundation,
        store: (agencyId, messages) => appendEntries(foundation, agencyId, messages),
      }),
    () => startSigning(foundation, signing),
  ];
  const opened = doors({ tokens, operatorSecret: config.OPERATOR_SECRET, serviceSecrets });
  return foundation.open({ ...opened, background });
}
