import { parseConfig, serviceConfig, vaultConfig, vaultNeeds } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { owaspMemoryKib } from './users/passwords.ts';

const Config = Type.Object(
  {
    ...serviceConfig,
    ...vaultConfig,
    /** File with a JSON array of private Ed25519 keys (JWK): all are published, each signs from its `signsFrom` on; see npm run rotate:keys. */
    SIGNING_KEYS_FILE: Type.String({ minLength: 1 }),
    /** File with a JSON array of private Ed25519 keys (JWK) for checkpoints of the audit chain: the first signs, all verify. */
    AUDIT_SIGNING_KEYS_FILE: Type.String({ minLength: 1 }),
    /** Directory of the signed checkpoints: where the owner of the database cannot write. */
    AUDIT_CHECKPOINTS_DIR: Type.String({ minLength: 1 }),
    /** A chain that has grown is signed after this many seconds… */
    AUDIT_CHECKPOINT_SECONDS: Type.Integer({ minimum: 1, maximum: 3_600, default: 10 }),
    /** …or after this many entries, whichever comes first. */
    AUDIT_CHECKPOINT_ENTRIES: Type.Integer({ minimum: 1, maximum: 100_000, default: 1_000 }),
    /** JSON object: service name → the secret it shows for its token. */
    SERVICE_SECRETS: Type.String({ minLength: 2 }),
    /** The platform operator's secret: founds agencies. */
    OPERATOR_SECRET: Type.String({ minLength: 16 }),
    /** Signs the links of invitations, registrations and forgotten passwords. */
    LINK_SECRET: Type.String({ minLength: 16 }),
    /** Hashes of leaked passwords: lines `<SHA-1 in upper case>:<count>` in order, as Have I Been Pwned offers them. None are known when left out. */
    LEAKED_PASSWORDS_FILE: Type.Optional(Type.String({ minLength: 1 })),
    /** The origin people and API clients reach us at: the gateway's. Passkeys are bound to it. */
    PUBLIC_URL: Type.String({ pattern: '^https?://[^/]+$' }),
    /** Seconds an access token is valid. */
    ACCESS_TOKEN_SECONDS: Type.Integer({ minimum: 30, maximum: 300, default: 300 }),
    /** File of places by network address (MMDB, such as GeoLite2-City). Without it sessions show the address alone. */
    GEOIP_FILE: Type.Optional(Type.String({ minLength: 1 })),
    /** KiB of memory that hashing a password takes (Argon2id); less than the default only on a machine for tests, never in production. */
    PASSWORD_MEMORY_KIB: Type.Integer({ minimum: 8, default: owaspMemoryKib }),
    /** Days after which an unused sign-in ends. */
    REFRESH_TOKEN_DAYS: Type.Integer({ minimum: 1, maximum: 90, default: 14 }),
  },
  {
    ...vaultNeeds,
    if: { properties: { YITU_ENV: { const: 'production' } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema; nobody awaits a schema
    then: { properties: { PASSWORD_MEMORY_KIB: { type: 'integer', minimum: owaspMemoryKib } } },
  },
);

export type Config = Static<typeof Config>;

/** @throws InvalidConfig */
export const parse = (environment: Readonly<Record<string, string | undefined>>): Config =>
  parseConfig(Config, environment);

export const readConfig = (): Config => parse(process.env);
