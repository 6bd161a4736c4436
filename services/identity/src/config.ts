import { parseConfig, serviceConfig } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Config = Type.Object({
  ...serviceConfig,
  /** File with a JSON array of private Ed25519 keys (JWK): the first signs, all are published. */
  SIGNING_KEYS_FILE: Type.String({ minLength: 1 }),
  /** File with a JSON array of private Ed25519 keys (JWK) for checkpoints of the audit chain: the first signs, all verify. */
  AUDIT_SIGNING_KEYS_FILE: Type.String({ minLength: 1 }),
  /** Directory of the signed checkpoints: where the owner of the database cannot write. */
  AUDIT_CHECKPOINTS_DIR: Type.String({ minLength: 1 }),
  /** JSON object: service name → the secret it shows for its token. */
  SERVICE_SECRETS: Type.String({ minLength: 2 }),
  /** The platform operator's secret: founds agencies. */
  OPERATOR_SECRET: Type.String({ minLength: 16 }),
  /** Seconds an access token is valid. */
  ACCESS_TOKEN_SECONDS: Type.Integer({ minimum: 30, maximum: 300, default: 300 }),
  /** Days after which an unused sign-in ends. */
  REFRESH_TOKEN_DAYS: Type.Integer({ minimum: 1, maximum: 90, default: 14 }),
});

export type Config = Static<typeof Config>;

/** @throws InvalidConfig */
export const parse = (environment: Readonly<Record<string, string | undefined>>): Config =>
  parseConfig(Config, environment);

export const readConfig = (): Config => parse(process.env);
