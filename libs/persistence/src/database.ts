import type { DomainError } from '@yitu/kernel';
import { MikroORM, type EntityManager, type Options } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { BoundDriver } from './bound-driver.ts';
import { flushSubscriber } from './flushes.ts';

export interface DatabaseOptions {
  /** The service's name, which is its schema's name too. */
  service: string;
  /** Connection string of the service's own role. */
  url: string;
  entities: NonNullable<Options['entities']>;
  /** Connections at the most; default 10. */
  poolSize?: number;
  /** What a violated constraint means, by the constraint's name. */
  constraints?: Readonly<Record<string, () => DomainError>>;
  /** Properties by entity that audit records show masked. */
  sensitive?: Readonly<Record<string, readonly string[]>>;
  /** Tables that statements may write without an audit record, each with the reason: what is there follows from something recorded elsewhere. */
  unrecorded?: Readonly<Record<string, string>>;
}
import type { Hint } from './outbox-row.ts';

/** A service's own database, through a role that row security holds. */
export interface Database {
  readonly service: string;
  readonly em: EntityManager;
  readonly pool: Pool;
  readonly constraints: Readonly<Record<string, () => DomainError>>;
  readonly sensitive: Readonly<Record<string, readonly string[]>>;
  readonly unrecorded: Readonly<Record<string, string>>;
  /** Called after each commit that stored events: the relay listens. */
  onPublished: () => void;
  /** Called after each commit with what is to be told to whoever listens just then. */
  onHints: (hints: readonly Hint[]) => void;
  close(): Promise<void>;
}

/** Opens the pool and the entity manager; the connection itself is made with the first query. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const {
    service,
    url,
    entities,
    poolSize = 10,
    constraints = {},
    sensitive = {},
    unrecorded = {},
  } = options;
  // Not by `init`, which looks for parts of the ORM that only tools need and loads those it finds.
  const orm = new MikroORM({
    clientUrl: url,
    entities,
    schema: service,
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 60_000 },
    driverOptions: {
      application_name: `yitu-${service}`,
      statement_timeout: 15_000,
      connectionTimeoutMillis: 5_000,
    },
    subscribers: [flushSubscriber],
    implicitTransactions: true,
    ensureDatabase: false,
    driver: BoundDriver,
    debug: false,
    logger: () => undefined,
  });
  const pool = await orm.em.getDriver().getConnection().getNativeClient();
  return {
    service,
    em: orm.em,
    pool,
    constraints,
    sensitive,
    unrecorded,
    onPublished: () => undefined,
    onHints: () => undefined,
    close: () => orm.close(),
  };
}
