import { identify } from '@yitu/testkit/servers';
import { publicUrlOf, type ServiceName } from '@yitu/testkit/surroundings';
import { buildIfChanged } from '../build/build.ts';
import { buildConsoleIfChanged } from '../build/console.ts';
import { provideBus, provideDatabase } from './backbone.ts';
import { warningIn } from './log-line.ts';
import { followLog } from './logs.ts';
import { type Ports, choosePorts } from './ports.ts';
import { type Backbone, type ProcessPlan, planMailSink, planServices } from './services.ts';
import type { Start } from './start.ts';
import type { Rank } from './stops.ts';
import { type Supervised, type Watcher, supervise } from './supervise.ts';

// Loaded while PostgreSQL starts; a failure to load is told where it is awaited.
const migrations = import('../migrate/migrate.ts');
migrations.catch(() => undefined);

/**
 * Starts everything and returns when every service answers.
 * @returns the gateway's URL
 * @throws what went wrong first; what was started by then is in `start.stops`
 */
export async function bringUp(start: Start): Promise<{ gatewayUrl: string; mailUrl: string }> {
  const { options, places, config, claim, report, signal } = start;
  report.begins('Starting PostgreSQL, NATS and the mail sink');
  const ports = await choosePorts(options.port);
  const mailSink = planMailSink(ports, places, config);
  const [databaseUrl, natsUrl] = await allOf([
    provideDatabase(start),
    provideBus(start),
    startProcess(start, 'mail', mailSink),
    buildServices(start),
  ]);
  signal.throwIfAborted();
  const gatewayUrl = await startServices(start, { databaseUrl, natsUrl }, ports);
  const mailUrl = mailSink.url;
  claim.update({
    ready: true,
    url: gatewayUrl,
    databaseUrl,
    natsUrl,
    mail: { smtpUrl: `smtp://127.0.0.1:${ports.smtp}`, httpUrl: mailUrl },
    grpc: grpcAddresses(ports),
  });
  return { gatewayUrl, mailUrl };
}

async function buildServices({ report }: Start): Promise<void> {
  const since = performance.now();
  const told = async (building: Promise<boolean>, what: string) => {
    if (await building) report.done(what, since);
  };
  await Promise.all([
    told(buildConsoleIfChanged(), 'The console is built'),
    told(buildIfChanged(), 'The services are built'),
  ]);
}

/** Each service begins as soon as its schema is current, while the next one's is still being brought there. */
async function startServices(start: Start, backbone: Backbone, ports: Ports): Promise<string> {
  const { secrets, places, config, report, options } = start;
  const plans = planServices(backbone, ports, secrets, places, config, options.name);
  report.begins(`Migrating the schemas and starting ${plans.length} services`);
  const since = performance.now();
  const { migrateInTurn } = await migrations;
  const starting: Promise<void>[] = [];
  const begin = (name: string) => {
    for (const plan of plans.filter((one) => one.name === name)) {
      const started = startService(start, plan);
      // Told below, where all are awaited: until then a failure must not be nobody's.
      started.catch(() => undefined);
      starting.push(started);
    }
  };
  let count = 0;
  try {
    begin('gateway');
    for await (const { service, applied } of migrateInTurn(backbone.databaseUrl, secrets.rolePasswords)) {
      count += applied.length;
      begin(service);
    }
    report.done(count === 0 ? 'The schemas are current' : `${count} migrations applied`, since);
  } finally {
    await Promise.allSettled(starting);
  }
  await Promise.all(starting);
  return publicUrlOf({ hostName: options.name, ports: ports.services });
}

async function startService(start: Start, plan: ProcessPlan): Promise<void> {
  const since = performance.now();
  const service = await startProcess(start, plan.name === 'gateway' ? 'gateway' : 'service', plan);
  await service.ready();
  start.signal.throwIfAborted();
  start.report.done(`${plan.name} is ready`, since);
}

async function startProcess(start: Start, rank: Rank, plan: ProcessPlan): Promise<Supervised> {
  const { report, stops, claim, signal } = start;
  signal.throwIfAborted();
  const watcher: Watcher = {
    ...report,
    started({ name, url, logFile }, pid) {
      const identity = identify(pid);
      if (identity) claim.setProcess(name, { ...identity, url, logFile });
    },
  };
  const stopFollowing = followLog(plan.logFile, (line) => {
    const warning = warningIn(line);
    if (warning) report.warning(plan.name, warning);
  });
  const supervised = await supervise(plan, watcher);
  stops.add(rank, {
    name: plan.name,
    stop: () => supervised.stop().finally(stopFollowing),
    kill: () => supervised.kill(),
  });
  return supervised;
}

/** Waits until all have ended, well or not, so that nothing is still starting when the first error is told. */
async function allOf<Results extends unknown[]>(started: {
  [Index in keyof Results]: Promise<Results[Index]>;
}): Promise<Results> {
  await Promise.allSettled(started);
  return Promise.all(started) as Promise<Results>; // Promise.all keeps the positions
}

function grpcAddresses({ services }: Ports): Record<string, string> {
  const names = Object.keys(services) as ServiceName[]; // the keys of a Record<ServiceName, …>
  const asked = names.filter((name) => name !== 'gateway');
  return Object.fromEntries(asked.map((name) => [name, `127.0.0.1:${services[name].grpc}`]));
}
