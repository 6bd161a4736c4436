import { Type, type Static, type TObject } from 'typebox';
import { Ajv } from 'ajv';

/** What every service reads from its environment. */
export const serviceConfig = {
  HOST: Type.String({ default: '127.0.0.1' }),
  PORT: Type.Integer({ minimum: 0, maximum: 65_535 }),
  GRPC_PORT: Type.Integer({ minimum: 0, maximum: 65_535 }),
  /** Connection string of the role `yitu_<service>`. */
  DATABASE_URL: Type.String({ minLength: 1 }),
  /** Connection string of the role `yitu_<service>_worker`. */
  WORKER_DATABASE_URL: Type.String({ minLength: 1 }),
  DATABASE_POOL_SIZE: Type.Integer({ minimum: 1, default: 10 }),
  NATS_URL: Type.String({ minLength: 1 }),
  NATS_REPLICAS: Type.Integer({ minimum: 1, maximum: 5, default: 1 }),
  /** gRPC address of identity, `host:port`. */
  IDENTITY_GRPC: Type.String({ minLength: 1 }),
  /** Where identity publishes the keys of access tokens. */
  IDENTITY_JWKS_URL: Type.String({ minLength: 1 }),
  /** The service's credential towards identity. */
  SERVICE_SECRET: Type.String({ minLength: 16 }),
  /** How long a question to another service may take, all attempts together. */
  RPC_DEADLINE_MS: Type.Integer({ minimum: 100, maximum: 60_000, default: 1_500 }),
  LOG_LEVEL: Type.String({ default: 'info' }),
  YITU_ENV: Type.Union([Type.Literal('local'), Type.Literal('production')], { default: 'production' }),
  /** A file with an ISO 8601 duration by which the service's clock is ahead; for drills on one machine only. */
  CLOCK_FILE: Type.Optional(Type.String()),
};

/** What a service reads besides that keeps protected fields: its root keys (see @yitu/vault), in a file or in the variable itself. */
export const vaultConfig = {
  VAULT_ROOT_KEYS_FILE: Type.Optional(Type.String({ minLength: 1 })),
  VAULT_ROOT_KEYS: Type.Optional(Type.String({ minLength: 1 })),
};

/** One of both must be there. */
export const vaultNeeds = {
  anyOf: [{ required: ['VAULT_ROOT_KEYS_FILE'] }, { required: ['VAULT_ROOT_KEYS'] }],
};

/** What the two sides of sandbox payments read: who asks for money, and the page that only seems to take it. */
export const sandboxConfig = {
  /** Signs what goes between them. Without it there is no sandbox. */
  SANDBOX_PAYMENT_SECRET: Type.Optional(Type.String({ minLength: 16 })),
  /** In production orders are not to be paid for with nothing: who wants that there, for a showing, says so. */
  SANDBOX_PAYMENTS: Type.Optional(Type.Literal('allowed-in-production')),
};

/** @throws InvalidConfig for a sandbox in production that nobody has allowed */
export function checkSandbox<
  Config extends Static<TObject<typeof sandboxConfig>> & Pick<ServiceConfig, 'YITU_ENV'>,
>(config: Config): Config {
  const { YITU_ENV, SANDBOX_PAYMENT_SECRET, SANDBOX_PAYMENTS } = config;
  if (YITU_ENV === 'production' && SANDBOX_PAYMENT_SECRET && !SANDBOX_PAYMENTS)
    throw new InvalidConfig(
      'The environment does not fit: SANDBOX_PAYMENT_SECRET must not be set in production: it pays for orders without money',
    );
  return config;
}

export type ServiceConfig = Static<TObject<typeof serviceConfig>>;

/** The environment does not fit; `message` names each variable and what it must be, never a value. */
export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
}

/**
 * Reads a configuration by its schema: numbers and booleans are converted, defaults filled in, other variables left out.
 * @throws InvalidConfig
 */
export function parseConfig<Schema extends TObject>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): Static<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    useDefaults: true,
    coerceTypes: true,
    // Of the environment as a whole; not where a rule of the schema names a few of its variables.
    removeAdditional: true,
  });
  const fits = ajv.compile<Static<Schema>>({ ...schema, additionalProperties: false });
  if (fits(given)) return given;
  const faults = (fits.errors ?? []).map(({ instancePath, message }) =>
    `${instancePath.slice(1)} ${message ?? 'is not acceptable'}`.trim(),
  );
  throw new InvalidConfig(`The environment does not fit: ${[...new Set(faults)].join('; ')}`);
}
