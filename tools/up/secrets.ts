import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { type Secrets, newRootKeys, newSecrets, newSigningKeys } from '@yitu/testkit/surroundings';
import { readJson, writeJson } from './json-file.ts';
import type { Places } from './places.ts';

/** Everything secret on one machine: what the services share, and the passwords of the embedded servers. */
export interface SystemSecrets extends Secrets {
  readonly postgresPassword: string;
  readonly natsPassword: string;
}

/**
 * Makes the secrets once and finds them again; a service that is new since then gets its own.
 * @throws when the data is there but the secrets that open it are not
 */
export function ensureSecrets(places: Places): SystemSecrets {
  // Written by ourselves, and completed below by what a newer version has more.
  const kept = readJson(places.secrets) as Partial<SystemSecrets> | undefined;
  if (kept === undefined && existsSync(places.postgres))
    throw new Error(
      `${places.secrets} is gone, and with it the passwords of the data: start with npm start -- --fresh`,
    );
  const made = newSecrets();
  const secrets: SystemSecrets = {
    postgresPassword: randomBytes(24).toString('hex'),
    natsPassword: randomBytes(24).toString('hex'),
    ...made,
    ...kept,
    rolePasswords: { ...made.rolePasswords, ...kept?.rolePasswords },
    serviceSecrets: { ...made.serviceSecrets, ...kept?.serviceSecrets },
  };
  writeJson(places.secrets, secrets);
  if (!existsSync(places.auditSigningKeys) && existsSync(places.auditCheckpoints))
    throw new Error(
      `${places.auditSigningKeys} is gone: the checkpoints of the audit chain can no longer be verified. Put it back, or start with npm start -- --fresh`,
    );
  for (const file of [places.signingKeys, places.auditSigningKeys])
    if (!existsSync(file)) writeFileSync(file, newSigningKeys(), { mode: 0o600 });
  if (!existsSync(places.vaultRootKeys)) writeFileSync(places.vaultRootKeys, newRootKeys(), { mode: 0o600 });
  return secrets;
}
