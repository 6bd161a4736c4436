import {
  checkSandbox,
  InvalidConfig,
  parseConfig,
  sandboxConfig,
  serviceConfig,
} from '@yitu/runtime/http-only';
import { Type, type Static } from 'typebox';

const { HOST, PORT, LOG_LEVEL, YITU_ENV } = serviceConfig;
const Origin = Type.String({ pattern: '^https?://[^/?#]+/?$' });

const Config = Type.Object({
  HOST,
  PORT,
  LOG_LEVEL,
  YITU_ENV,
  /** The origin browsers see, e.g. `https://yitu.example`. */
  PUBLIC_URL: Origin,
  IDENTITY_URL: Origin,
  CRM_URL: Origin,
  BOOKING_URL: Origin,
  ITINERARY_URL: Origin,
  FINANCE_URL: Origin,
  NOTIFICATIONS_URL: Origin,
  ANALYTICS_URL: Origin,
  /** Requests a minute of one signed-in person, or of one address without a valid token. */
  RATE_LIMIT_PER_MINUTE: Type.Integer({ minimum: 1, default: 6_000 }),
  /** Attempts a minute to sign in to one account from one address. */
  SIGN_IN_LIMIT_PER_MINUTE: Type.Integer({ minimum: 1, default: 60 }),
  /** How long a service may take to begin its answer. */
  REQUEST_TIMEOUT_MS: Type.Integer({ minimum: 50, maximum: 60_000, default: 15_000 }),
  /** Folder of the built web application (`npm run build`). Where it is left out, the gateway serves programs alone. */
  CONSOLE_DIR: Type.Optional(Type.String({ minLength: 1 })),
  /** Proxies in front whose X-Forwarded-For is believed: addresses or CIDR blocks with commas in between. Nobody's, when left out. */
  TRUSTED_PROXIES: Type.Optional(Type.String({ minLength: 1 })),
  ...sandboxConfig,
});

export type Config = Static<typeof Config>;

/** @throws InvalidConfig */
export function parse(environment: Readonly<Record<string, string | undefined>>): Config {
  const config = checkSandbox(parseConfig(Config, environment));
  const { protocol, hostname } = new URL(config.PUBLIC_URL);
  const onThisMachine = hostname === '127.0.0.1' || hostname === 'localhost';
  if (config.YITU_ENV === 'production' && protocol === 'http:' && !onThisMachine)
    throw new InvalidConfig('The environment does not fit: PUBLIC_URL must be https: cookies go over it');
  return config;
}

export const readConfig = (): Config => parse(process.env);
