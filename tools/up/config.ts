import { UsageError } from './options.ts';

/** What the environment decides about a start; everything else is the command line's. */
export interface Config {
  /** An administrator's connection to a PostgreSQL that is already there. */
  readonly databaseUrl: string | undefined;
  /** A NATS with JetStream that is already there. */
  readonly natsUrl: string | undefined;
  readonly logLevel: string;
  /** Variables every process gets as they are. */
  readonly passedOn: Readonly<Record<string, string>>;
}

const PASSED_ON = /^(PATH|HOME|LANG|TMPDIR|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|NODE_COMPILE_CACHE|OTEL_.*)$/;

/** @throws UsageError when the address of a server is not one */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const passedOn = Object.entries(env).filter(
    (entry): entry is [string, string] => PASSED_ON.test(entry[0]) && entry[1] !== undefined,
  );
  return {
    databaseUrl: urlIn(env, 'DATABASE_URL', 'postgres://user:password@host:5432/database'),
    natsUrl: urlIn(env, 'NATS_URL', 'nats://user:password@host:4222'),
    logLevel: env['LOG_LEVEL'] || 'info',
    passedOn: Object.fromEntries(passedOn),
  };
}

function urlIn(env: NodeJS.ProcessEnv, name: string, example: string): string | undefined {
  const value = env[name];
  if (value === undefined || value === '') return undefined;
  if (URL.canParse(value)) return value;
  throw new UsageError(`${name} is not an address such as ${example}`);
}
