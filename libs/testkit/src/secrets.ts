import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { serviceNames, type Secrets } from './service-environment.ts';

/** New random secrets for a system on one machine. */
export function newSecrets(): Secrets {
  const services = serviceNames.filter((name) => name !== 'gateway');
  const roles = services.flatMap((name) => [`yitu_${name}`, `yitu_${name}_worker`]);
  return {
    rolePasswords: randomFor(roles),
    serviceSecrets: randomFor([...serviceNames]),
    operatorSecret: random(),
    linkSecret: random(),
    sandboxPaymentSecret: random(),
  };
}

/** A new private Ed25519 key as the JSON text of a signing-keys file. */
export function newSigningKeys(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return JSON.stringify([{ ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex') }]);
}

/** A new root key as the JSON text of a root-keys file of the vault. */
export const newRootKeys = (): string =>
  JSON.stringify([{ version: 1, key: randomBytes(32).toString('base64') }]);

const random = () => randomBytes(24).toString('base64url');

const randomFor = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, random()]));
