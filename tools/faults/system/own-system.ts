import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type Server,
  freePort,
  removePostgres,
  startMailSink,
  startNats,
  startPostgres,
} from '@yitu/testkit/servers';
import { environmentOf, serviceNames, type ServiceName, type Surroundings } from '@yitu/testkit/surroundings';
import { programOf } from '../../build/build.ts';
import { migrateAll } from '../../migrate/migrate.ts';
import { type Places, placesIn } from '../../up/places.ts';
import { ensureSecrets, type SystemSecrets } from '../../up/secrets.ts';
import type { Targets } from '../schedule/fault.ts';
import { type KeptProcess, keptServer, keptService } from './kept-process.ts';
import { makeDisk, type SmallDisk } from './small-disk.ts';
import { layWires, type Wires } from './wires.ts';

export interface SystemPlan {
  /** Where its data, logs and secrets are. */
  readonly directory: string;
  readonly services: readonly ServiceName[];
  /** Folder of the built programs. */
  readonly build: string;
  /** What every process gets of our own environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** `unsafe` survives the death of the server, not of the machine: enough where only processes are killed. */
  readonly durability: 'durable' | 'unsafe';
  /** Whether PostgreSQL and NATS get disks of their own that can be filled, where the machine lets us make them. */
  readonly smallDisks?: boolean;
  /** Told of each end of a process that nobody asked for in order. */
  readonly onCrash: (name: string, how: string) => void;
}

/** A whole system of our own, every part of which can be struck. */
export interface OwnSystem {
  /** The gateway's. */
  readonly origin: string;
  readonly operatorSecret: string;
  /** The administrator's, past all wires. */
  readonly databaseUrl: string;
  /** Past all wires. */
  readonly natsUrl: string;
  readonly services: readonly ServiceName[];
  readonly processes: ReadonlyMap<string, KeptProcess>;
  readonly wires: Wires['all'];
  readonly targets: Targets;
  /** By the server that stands on it; none where they are not wanted or cannot be made. */
  readonly disks: ReadonlyMap<string, SmallDisk>;
  readonly clock: MovedClock;
  url(service: ServiceName): string;
  stop(): Promise<void>;
  /** After the last stop; logs and history stay. */
  removeData(): Promise<void>;
}

/** The clock of all services, ahead of the real one. */
export interface MovedClock {
  now(): Temporal.Instant;
  moveAhead(minutes: number): void;
}

/** Starts PostgreSQL, NATS and the services on ports and data of their own; returns when all are ready. */
export async function startOwnSystem(plan: SystemPlan): Promise<OwnSystem> {
  const places = placesIn(plan.directory);
  mkdirSync(places.logs, { recursive: true });
  const stops: Stops = [];
  try {
    return await startAll(plan, places, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

type Stops = (() => Promise<unknown>)[];

async function startAll(plan: SystemPlan, places: Places, stops: Stops): Promise<OwnSystem> {
  const secrets = ensureSecrets(places);
  const [mail, ports] = await Promise.all([startMailSink({ dir: places.mail }), choosePorts()]);
  stops.push(() => mail.stop());
  const disks = plan.smallDisks ? await makeDisks(places, stops) : new Map<string, SmallDisk>();
  const { postgres, nats } = await startServers(plan, { ...places, ...placesOn(disks) }, secrets, stops);
  const [wires] = await Promise.all([
    layWires({
      services: plan.services,
      databaseUrl: postgres.url,
      natsUrl: nats.url,
      grpcPort: (service) => ports[service].grpc,
    }),
    migrateAll(postgres.url, secrets.rolePasswords),
  ]);
  stops.push(() => wires.stop());
  const surroundings: Surroundings = {
    ...{ databaseUrl: postgres.url, natsUrl: nats.url, ports, secrets, smtpUrl: mail.smtpUrl },
    signingKeysFile: places.signingKeys,
    auditSigningKeysFile: places.auditSigningKeys,
    auditCheckpointsDir: places.auditCheckpoints,
    vaultRootKeysFile: places.vaultRootKeys,
    picturesDir: places.pictures,
    logLevel: 'info',
    clockFile: places.clock,
  };
  const services = await startServices(plan, places, surroundings, wires, stops);
  const kept = [...services, keptServer('postgres', postgres), keptServer('nats', nats)];
  return {
    origin: `http://127.0.0.1:${ports.gateway.http}`,
    ...{ operatorSecret: secrets.operatorSecret, databaseUrl: postgres.url, natsUrl: nats.url },
    services: plan.services,
    processes: new Map(kept.map((one) => [one.name, one])),
    wires: wires.all,
    disks,
    targets: {
      ...{ processes: kept.map(({ name }) => name), wires: [...wires.all.keys()] },
      disks: [...disks.keys()],
    },
    clock: movedClock(places.clock),
    url: (service) => `http://127.0.0.1:${ports[service].http}`,
    stop: () => stopAll(stops),
    removeData: () => removeData(places),
  };
}

const imageOf = ({ state }: Pick<Places, 'state'>, server: string) => join(state, `${server}.img`);

/** Taken away after the servers have stopped. */
async function makeDisks(places: Places, stops: Stops): Promise<Map<string, SmallDisk>> {
  const disks = new Map<string, SmallDisk>();
  for (const server of ['postgres', 'nats']) {
    const disk = await makeDisk(imageOf(places, server));
    if (!disk) continue;
    disks.set(server, disk);
    stops.push(() => disk.unmount());
  }
  return disks;
}

const placesOn = (disks: ReadonlyMap<string, SmallDisk>): Partial<Places> =>
  Object.fromEntries([...disks].map(([server, { path }]) => [server, join(path, server)]));

async function startServers(
  { durability }: SystemPlan,
  places: Places,
  { postgresPassword, natsPassword }: SystemSecrets,
  stops: Stops,
): Promise<{ postgres: Server; nats: Server }> {
  const kept = async (starting: Promise<Server>) => {
    const server = await starting;
    stops.push(() => server.stop());
    return server;
  };
  const log = (name: string) => join(places.logs, `${name}.log`);
  const [postgres, nats] = await Promise.all([
    kept(
      startPostgres({
        dataDir: places.postgres,
        password: postgresPassword,
        logFile: log('postgres'),
        durability,
      }),
    ),
    kept(startNats({ dataDir: places.nats, password: natsPassword, logFile: log('nats') })),
  ]);
  return { postgres, nats };
}

async function startServices(
  plan: SystemPlan,
  places: Places,
  surroundings: Surroundings,
  wires: Wires,
  stops: Stops,
): Promise<KeptProcess[]> {
  const services = await Promise.all(
    plan.services.map((name) => {
      const env = {
        ...plan.environment,
        ...environmentOver(wires, name, surroundings, plan.services),
        ...eased,
      };
      const url = `http://127.0.0.1:${surroundings.ports[name].http}`;
      const logFile = join(places.logs, `${name}.log`);
      return keptService({ name, args: programOf(name, plan.build), env, url, logFile }, plan.onCrash);
    }),
  );
  stops.push(() => Promise.all(services.map((one) => one.stop())));
  await Promise.all(services.map((one) => one.ready()));
  return services;
}

/** A service's environment, in which every server and every other service is at the end of a wire. */
function environmentOver(
  wires: Wires,
  name: ServiceName,
  surroundings: Surroundings,
  services: readonly ServiceName[],
): Record<string, string> {
  if (name === 'gateway') return environmentOf(name, surroundings);
  const wired = { databaseUrl: wires.databaseUrl(name), natsUrl: wires.natsUrl(name) };
  const doors = services
    .filter((one) => one !== 'gateway')
    .map((one) => [`${one.toUpperCase()}_GRPC`, wires.grpcAddress(one)] as const);
  return { ...environmentOf(name, { ...surroundings, ...wired }), ...Object.fromEntries(doors) };
}

async function stopAll(stops: Stops): Promise<void> {
  for (const stop of stops.splice(0).toReversed()) await stop();
}

async function removeData({ postgres, nats, ...others }: Places): Promise<void> {
  for (const server of ['postgres', 'nats']) rmSync(imageOf(others, server), { force: true });
  await removePostgres(postgres);
  const { mail, auditCheckpoints, secrets, signingKeys, auditSigningKeys, vaultRootKeys, clock } = others;
  const keys = [secrets, signingKeys, auditSigningKeys, vaultRootKeys];
  for (const path of [dirname(nats), mail, auditCheckpoints, clock, ...keys])
    rmSync(path, { recursive: true, force: true });
}

/** All load comes from one address and signs in again and again: that is not what is tried here. */
const eased = {
  RATE_LIMIT_PER_MINUTE: '1000000',
  SIGN_IN_LIMIT_PER_MINUTE: '100000',
  PASSWORD_MEMORY_KIB: '64',
};

async function choosePorts(): Promise<Surroundings['ports']> {
  const ports: [ServiceName, { http: number; grpc: number }][] = [];
  for (const name of serviceNames) ports.push([name, { http: await freePort(), grpc: await freePort() }]);
  return Object.fromEntries(ports) as Surroundings['ports']; // one for each name
}

function movedClock(file: string): MovedClock {
  let ahead = 0;
  return {
    now: () => Temporal.Now.instant().add({ minutes: ahead }),
    moveAhead(minutes) {
      ahead += minutes;
      writeFileSync(file, `PT${ahead}M`);
    },
  };
}
