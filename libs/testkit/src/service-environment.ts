/** Every service, gateway last: it needs the addresses of all others. */
export const serviceNames = [
  'identity',
  'crm',
  'booking',
  'itinerary',
  'finance',
  'notifications',
  'analytics',
  'gateway',
] as const;

export type ServiceName = (typeof serviceNames)[number];

/** What services on one machine are told of their surroundings. */
export interface Surroundings {
  /** The administrator's connection to the database; its user and password are replaced by each role's own. */
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly ports: Readonly<Record<ServiceName, { readonly http: number; readonly grpc: number }>>;
  /** How browsers call this machine; 127.0.0.1 unless said. Passkeys want a name: `localhost`. */
  readonly hostName?: string | undefined;
  readonly secrets: Secrets;
  /** File of identity's private signing keys. */
  readonly signingKeysFile: string;
  /** File of the keys that sign checkpoints of the audit chain, and the directory they are kept in. */
  readonly auditSigningKeysFile: string;
  readonly auditCheckpointsDir: string;
  /** File of the vault's root keys. */
  readonly vaultRootKeysFile: string;
  /** Directory of booking's files of pictures. */
  readonly picturesDir: string;
  /** Folder of the built web application; without it the gateway serves programs alone. */
  readonly consoleDir?: string;
  readonly smtpUrl: string;
  readonly logLevel: string;
  readonly clockFile?: string;
}

/** Everything secret that services on one machine share with each other. */
export interface Secrets {
  /** By role name. */
  readonly rolePasswords: Readonly<Record<string, string>>;
  /** By service name: what it shows identity. */
  readonly serviceSecrets: Readonly<Record<string, string>>;
  readonly operatorSecret: string;
  /** Signs the links customers get. */
  readonly linkSecret: string;
  /** Signs what goes between finance and the gateway's page for sandbox payments. */
  readonly sandboxPaymentSecret: string;
}

/** Where people and API clients go. */
export const publicUrlOf = ({
  hostName = '127.0.0.1',
  ports,
}: Pick<Surroundings, 'hostName' | 'ports'>): string => `http://${hostName}:${ports.gateway.http}`;

/** The environment of one service's process (see each service's config.ts). */
export function environmentOf(name: ServiceName, surroundings: Surroundings): Record<string, string> {
  const { ports, secrets, natsUrl, logLevel, clockFile } = surroundings;
  const origin = (service: ServiceName) => `http://127.0.0.1:${ports[service].http}`;
  const publicUrl = publicUrlOf(surroundings);
  const everywhere = {
    HOST: '127.0.0.1',
    PORT: String(ports[name].http),
    LOG_LEVEL: logLevel,
    YITU_ENV: 'local',
    OTEL_SERVICE_NAME: name,
  };
  if (name === 'gateway') {
    const urls = serviceNames
      .filter((one) => one !== 'gateway')
      .map((one) => [`${one.toUpperCase()}_URL`, origin(one)] as const);
    const pages = surroundings.consoleDir === undefined ? {} : { CONSOLE_DIR: surroundings.consoleDir };
    const own = { ...pages, SANDBOX_PAYMENT_SECRET: secrets.sandboxPaymentSecret };
    return { ...everywhere, PUBLIC_URL: publicUrl, ...own, ...Object.fromEntries(urls) };
  }
  return {
    ...everywhere,
    GRPC_PORT: String(ports[name].grpc),
    DATABASE_URL: asRole(surroundings, `yitu_${name}`),
    WORKER_DATABASE_URL: asRole(surroundings, `yitu_${name}_worker`),
    NATS_URL: natsUrl,
    IDENTITY_JWKS_URL: `${origin('identity')}/.well-known/jwks.json`,
    SERVICE_SECRET: secrets.serviceSecrets[name] ?? '',
    ...(clockFile && { CLOCK_FILE: clockFile }),
    ...Object.fromEntries(
      serviceNames.map((one) => [`${one.toUpperCase()}_GRPC`, `127.0.0.1:${ports[one].grpc}`] as const),
    ),
    ...ownOf(name, surroundings, publicUrl),
  };
}

function ownOf(
  name: ServiceName,
  {
    secrets,
    signingKeysFile,
    auditSigningKeysFile,
    auditCheckpointsDir,
    vaultRootKeysFile,
    picturesDir,
    smtpUrl,
  }: Surroundings,
  publicUrl: string,
): Record<string, string> {
  const links = { LINK_SECRET: secrets.linkSecret, PUBLIC_URL: publicUrl };
  const vault = { VAULT_ROOT_KEYS_FILE: vaultRootKeysFile };
  const own: Partial<Record<ServiceName, Record<string, string>>> = {
    identity: {
      ...vault,
      SIGNING_KEYS_FILE: signingKeysFile,
      AUDIT_SIGNING_KEYS_FILE: auditSigningKeysFile,
      AUDIT_CHECKPOINTS_DIR: auditCheckpointsDir,
      SERVICE_SECRETS: JSON.stringify(secrets.serviceSecrets),
      OPERATOR_SECRET: secrets.operatorSecret,
      ...links,
    },
    crm: { ...links, ...vault },
    booking: { PICTURES_DIR: picturesDir },
    itinerary: links,
    finance: { PUBLIC_URL: publicUrl, SANDBOX_PAYMENT_SECRET: secrets.sandboxPaymentSecret },
    notifications: { SMTP_URL: smtpUrl, MAIL_FROM: 'Yitu <no-reply@yitu.example>', PUBLIC_URL: publicUrl },
  };
  return own[name] ?? {};
}

function asRole({ databaseUrl, secrets }: Surroundings, role: string): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = secrets.rolePasswords[role] ?? '';
  return url.href;
}
