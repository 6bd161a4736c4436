import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@yitu/kernel';
import { createLog, type Service } from '@yitu/runtime';
import pg from 'pg';
import { foundAgency, type TestAgency } from './agency.ts';
import { newRootKeys, newSigningKeys } from './secrets.ts';
import {
  environmentOf,
  publicUrlOf,
  serviceNames,
  type ServiceName,
  type Surroundings,
} from './service-environment.ts';
import { freePort, startNats, type Server } from './servers/index.ts';
import { templateDatabase, type TemplateServer } from './template-database.ts';

export interface WorldOptions {
  /** The services to start, identity among them wherever anybody signs in. Those left out are addresses where nobody answers. */
  readonly services: readonly ServiceName[];
  /** The time for all of them. */
  readonly clock?: Clock;
  /** Environment of single services, over what they get anyway. */
  readonly environment?: Partial<Record<ServiceName, Record<string, string>>>;
  /** How browsers call this machine: see Surroundings. */
  readonly hostName?: string | undefined;
  /** Where e-mail goes. */
  readonly smtpUrl?: string;
  readonly logLevel?: string;
  /** What services connect to instead of the NATS server itself: a proxy. @param url of the server */
  readonly natsThrough?: (url: string) => Promise<string>;
}

/** A database, a NATS server and services of one test file's own. */
export interface World {
  readonly surroundings: Surroundings;
  /** A directory of its own, removed with it. */
  readonly directory: string;
  readonly nats: Server;
  /** The administrator's connection to this world's database, for looking from outside. */
  readonly admin: pg.Pool;
  readonly url: (service: ServiceName) => string;
  environment(service: ServiceName): Record<string, string>;
  /** Starts a service that was left out or stopped. */
  start(service: ServiceName): Promise<void>;
  stop(service: ServiceName): Promise<void>;
  /** A new agency with its administrator. */
  foundAgency(): Promise<TestAgency>;
  close(): Promise<void>;
}

/** What every service's `service.ts` and `config.ts` export. */
interface ServiceModule {
  readonly createService: (config: unknown, surroundings: object) => Promise<Service>;
}

interface ConfigModule {
  readonly parse: (environment: Record<string, string>) => unknown;
}

/** Copies the migrated database, starts NATS and the services in this process. */
export async function startWorldOn(template: TemplateServer, options: WorldOptions): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), 'yitu-world-'));
  const [database, nats] = await Promise.all([copyDatabase(template.postgresUrl), startNats()]);
  const surroundings = await surroundingsOf(options, directory, database.url, nats.url, template.secrets);
  const running = new Map<ServiceName, Service>();
  const environment = (name: ServiceName) => ({
    ...environmentOf(name, surroundings),
    // A busy test machine is no fault of the called service.
    RPC_DEADLINE_MS: '15000',
    // Hashing thousands of people's passwords at full strength would take most of the time of all tests.
    PASSWORD_MEMORY_KIB: '8',
    ...options.environment?.[name],
  });
  const start = async (name: ServiceName) => {
    running.set(name, await startService(name, environment(name), options));
  };
  const stop = async (name: ServiceName) => {
    await running.get(name)?.close();
    running.delete(name);
  };
  const world: World = {
    surroundings,
    directory,
    nats,
    admin: database.admin,
    url: (service) =>
      service === 'gateway'
        ? publicUrlOf(surroundings)
        : `http://127.0.0.1:${surroundings.ports[service].http}`,
    environment,
    start,
    stop,
    foundAgency: () => foundAgency(world),
    close: async () => {
      await Promise.all([...running.keys()].map(stop));
      await Promise.all([nats.stop(), database.drop()]);
      await rm(directory, { recursive: true });
    },
  };
  // All at once, as they come up in production: each mostly waits for PostgreSQL and NATS.
  await Promise.all(options.services.map(start));
  return world;
}

async function surroundingsOf(
  options: WorldOptions,
  directory: string,
  databaseUrl: string,
  natsUrl: string,
  secrets: TemplateServer['secrets'],
): Promise<Surroundings> {
  const signingKeysFile = join(directory, 'signing-keys.json');
  await writeFile(signingKeysFile, newSigningKeys());
  const auditSigningKeysFile = join(directory, 'audit-signing-keys.json');
  await writeFile(auditSigningKeysFile, newSigningKeys());
  const vaultRootKeysFile = join(directory, 'vault-root-keys.json');
  await writeFile(vaultRootKeysFile, newRootKeys());
  const ports: [ServiceName, { http: number; grpc: number }][] = [];
  for (const name of serviceNames) ports.push([name, { http: await freePort(), grpc: await freePort() }]);
  return {
    databaseUrl,
    natsUrl: options.natsThrough ? await options.natsThrough(natsUrl) : natsUrl,
    ports: Object.fromEntries(ports) as Surroundings['ports'], // one for each name
    secrets,
    signingKeysFile,
    auditSigningKeysFile,
    auditCheckpointsDir: join(directory, 'audit-checkpoints'),
    vaultRootKeysFile,
    picturesDir: join(directory, 'pictures'),
    hostName: options.hostName,
    smtpUrl: options.smtpUrl ?? 'smtp://127.0.0.1:1',
    logLevel: options.logLevel ?? 'silent',
  };
}

async function startService(
  name: ServiceName,
  environment: Record<string, string>,
  { clock, logLevel = 'silent' }: WorldOptions,
): Promise<Service> {
  const folder = `../../../services/${name}/src`;
  const { createService } = (await import(`${folder}/service.ts`)) as ServiceModule; // see there
  const { parse } = (await import(`${folder}/config.ts`)) as ConfigModule; // see there
  const service = await createService(parse(environment), { clock, log: createLog(name, logLevel) });
  await service.listen();
  return service;
}

/** A fresh copy of the migrated database, under a name of its own. */
export async function copyDatabase(
  postgresUrl: string,
): Promise<{ url: string; admin: pg.Pool; drop(): Promise<void> }> {
  const name = `world_${randomBytes(6).toString('hex')}`;
  const server = new pg.Pool({ connectionString: postgresUrl, max: 1 });
  server.on('error', () => undefined); // the server may end before a world that did not come to its end
  await server.query(`create database ${name} template ${templateDatabase} strategy file_copy`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const admin = new pg.Pool({ connectionString: url.href, max: 4 });
  admin.on('error', () => undefined); // dropping the database ends connections that are still closing
  return {
    url: url.href,
    admin,
    drop: async () => {
      await admin.end();
      await server.query(`drop database ${name} with (force)`).catch((error: unknown) => {
        // A world that all files share ends after the server, which has taken the database along.
        if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error;
      });
      await server.end();
    },
  };
}
