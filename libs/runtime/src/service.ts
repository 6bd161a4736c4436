import {
  AccessDirectory,
  createAskAgain,
  createAuthenticate,
  remoteVerifier,
  type AskAccess,
  type AskAgain,
  type VerifyToken,
} from '@yitu/access';
import type { Envelope } from '@yitu/contracts';
import { systemClock, type Clock } from '@yitu/kernel';
import { openBus, startFeed, startMessaging, type Bus, type Reaction } from '@yitu/messaging';
import { openDatabase, type Database, type DatabaseOptions } from '@yitu/persistence';
import pg from 'pg';
import type { Logger } from 'pino';
import { clockOfFile } from './clock.ts';
import { InvalidConfig, type ServiceConfig } from './config.ts';
import { createRemote, type Ask, type Remote } from './grpc/client.ts';
import { askIdentity, serviceTokens } from './grpc/identity.ts';
import type { Rpc } from './grpc/rpc.ts';
import { createGrpc } from './grpc/server.ts';
import type { Route } from './http/route.ts';
import { closeHttp } from './http/close.ts';
import { createHttp } from './http/server.ts';
import { createLog } from './logging.ts';
import { quarantineRoutes } from './quarantine-routes.ts';
import { messageMetrics } from './telemetry/message-metrics.ts';
import { observePool, observeRelayLag } from './telemetry/metrics.ts';
import { sendTelemetryWarningsTo } from './telemetry/warnings.ts';

/** What a service is, apart from its doors. */
export interface ServiceDescription extends Omit<DatabaseOptions, 'service' | 'url' | 'poolSize'> {
  readonly name: string;
  readonly description: string;
  readonly config: ServiceConfig;
  /** How long events may wait for others to be applied with, in milliseconds; 0 where somebody waits for what the service makes of them. */
  readonly mayWaitMs?: number;
  /** Other time than the real one: in tests. */
  readonly clock?: Clock | undefined;
  readonly log?: Logger | undefined;
  /** identity checks tokens and describes access itself; the others ask it. */
  readonly verify?: VerifyToken;
  readonly askAccess?: AskAccess;
}

/** The three doors to a service's slices, and what needs no door. */
export interface Doors {
  readonly routes: readonly Route[];
  readonly rpcs: readonly Rpc[];
  readonly reactions: readonly Reaction[];
  /** What goes on beside them; begun when the doors are opened, ended before the connections are let go. */
  readonly background?: readonly (() => { stop(): Promise<void> })[];
}

/** A service that is ready to listen. */
export interface Service {
  listen(): Promise<{ port: number; grpcPort: number }>;
  /** Refuses new work, finishes what is in hand, then lets go of everything. */
  close(): Promise<void>;
  readonly log: Logger;
}

/** What `service.ts` builds its ports on, before the doors exist. */
export interface Foundation {
  readonly log: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly bus: Bus;
  /** Looks at a person's session again, for what outlasts their request. */
  readonly askAgain: AskAgain;
  /** Connections of the worker role. */
  readonly workers: pg.Pool;
  /** A way to ask another service. @param address `host:port` */
  ask(service: string, address: string): Ask;
  /** Opens the doors. */
  open(doors: Doors): Promise<Service>;
}

/** What each of identity's events makes untrue of what is remembered. */
const invalidations: Readonly<Record<string, (directory: AccessDirectory, envelope: Envelope) => void>> = {
  'identity.session.ended.v1': (directory, { subject }) => directory.forgetSession(subject),
  'identity.user.access-changed.v1': (directory, { subject }) => directory.forgetUser(subject),
  'identity.role.changed.v1': (directory, { agencyid }) => directory.forgetAgency(agencyid),
  'identity.role-requirement.changed.v1': (directory, { agencyid }) => directory.forgetAgency(agencyid),
  'identity.user.departed.v1': (directory, { subject }) => directory.forgetUser(subject),
  'identity.branch.opened.v1': (directory, { agencyid }) => directory.forgetAgency(agencyid),
  'identity.branch.changed.v1': (directory, { agencyid }) => directory.forgetAgency(agencyid),
  'identity.agency.suspended.v1': (directory, { agencyid }) => directory.forgetAgency(agencyid),
};

const closing = { grpcMs: 1_500 };

/** Connects a service to its database, the bus and identity. Nothing listens yet. */
export async function layFoundation(description: ServiceDescription): Promise<Foundation> {
  const { name, config } = description;
  refuseUnsafe(config);
  const log = description.log ?? createLog(name, config.LOG_LEVEL);
  sendTelemetryWarningsTo((message) => log.warn(message));
  const clock = description.clock ?? clockOf(config, log);
  const database = await openDatabase({
    ...description,
    service: name,
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL_SIZE,
  });
  const workers = new pg.Pool({
    connectionString: config.WORKER_DATABASE_URL,
    // The relay and the gathering of audit records hold one each.
    max: 5,
    application_name: `yitu-${name}-worker`,
  });
  workers.on('error', (error) => log.warn({ err: error }, 'a worker connection was lost'));
  const bus = openBus({ url: config.NATS_URL, name: `yitu-${name}`, replicas: config.NATS_REPLICAS, log });
  const tokens = serviceTokens(config.IDENTITY_GRPC, name, config.SERVICE_SECRET);
  const remotes: Remote[] = [];
  const remote = (service: string, address: string) => {
    const opened = createRemote({
      service,
      address,
      serviceToken: tokens.token,
      deadlineMs: config.RPC_DEADLINE_MS,
    });
    remotes.push(opened);
    return opened;
  };
  const directory = new AccessDirectory(
    description.askAccess ?? askIdentity(remote('identity', config.IDENTITY_GRPC), name),
  );
  const authenticate = createAuthenticate(
    description.verify ?? remoteVerifier(config.IDENTITY_JWKS_URL),
    directory,
  );

  const open = async (doors: Doors): Promise<Service> => {
    const readiness = {
      required: { database: () => answers(database.pool) },
      informative: { bus: () => bus.isUp() },
      stopping: false,
    };
    const messaging = startMessaging({
      database,
      workers,
      bus,
      clock,
      log,
      metrics: messageMetrics(),
      reactions: doors.reactions,
      mayWaitMs: description.mayWaitMs,
    });
    const routes = [...doors.routes, ...quarantineRoutes(name, messaging)];
    const http = await createHttp({
      service: name,
      description: description.description,
      routes,
      authenticate,
      database,
      clock,
      log,
      readiness,
      hashKey: config.SERVICE_SECRET,
    });
    const grpc = createGrpc({ rpcs: doors.rpcs, authenticate, database, clock, log });
    const feed = startFeed({
      bus,
      log,
      subjects: Object.keys(invalidations).map((type) => `evt.*.${type}`),
      onSeeing: (seeing) => directory.setSeeing(seeing),
      onEvent: (envelope) => invalidations[envelope.type]?.(directory, envelope),
    });
    const background = (doors.background ?? []).map((begin) => begin());
    const unobserve = [
      observePool('requests', database.pool),
      observePool('worker', workers),
      observeRelayLag(() => messaging.relayLag()),
    ];
    return {
      log,
      listen: async () => {
        const grpcPort = await grpc.listen(config.HOST, config.GRPC_PORT);
        await http.listen({ host: config.HOST, port: config.PORT });
        grpc.health.setStatus('', 'SERVING');
        const address = http.server.address();
        const port = typeof address === 'object' && address ? address.port : config.PORT;
        log.info({ port, grpcPort }, `${name} listens`);
        return { port, grpcPort };
      },
      close: async () => {
        readiness.stopping = true;
        grpc.health.setStatus('', 'NOT_SERVING');
        await closeHttp(http);
        const running = [feed, messaging, ...background];
        await Promise.all([grpc.close(closing.grpcMs), ...running.map((one) => one.stop())]);
        for (const end of unobserve) end();
        for (const one of remotes) one.close();
        tokens.close();
        await bus.close();
        await Promise.all([workers.end(), database.close()]);
        log.info({}, `${name} has stopped`);
      },
    };
  };
  return {
    log,
    clock,
    database,
    bus,
    workers,
    askAgain: createAskAgain(directory),
    ask: (service, address) => remote(service, address).ask,
    open,
  };
}

/** What would lose events with one machine is for one machine only. @throws InvalidConfig */
function refuseUnsafe({ YITU_ENV, NATS_REPLICAS }: ServiceConfig): void {
  if (YITU_ENV === 'production' && NATS_REPLICAS < 3)
    throw new InvalidConfig('The environment does not fit: NATS_REPLICAS must be at least 3 in production');
}

function clockOf({ CLOCK_FILE, YITU_ENV }: ServiceConfig, log: Logger): Clock {
  if (!CLOCK_FILE) return systemClock;
  if (YITU_ENV === 'production')
    throw new Error('CLOCK_FILE is for drills on one machine, not for production');
  return clockOfFile(CLOCK_FILE, (text) =>
    log.warn({ text }, 'the clock stays as it is: its file holds no duration such as P30D'),
  );
}

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query('select 1');
    return true;
  } catch {
    return false; // not being able to ask is the answer
  }
}
