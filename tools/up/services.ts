import { join } from 'node:path';
import { type Surroundings, environmentOf, serviceNames } from '@yitu/testkit/surroundings';
import { BUILD, programOf } from '../build/build.ts';
import { CONSOLE } from '../build/console.ts';
import type { Config } from './config.ts';
import { type Places, ROOT } from './places.ts';
import type { Ports } from './ports.ts';
import type { SystemSecrets } from './secrets.ts';

/** One process to start and to keep running. */
export interface ProcessPlan {
  readonly name: string;
  /** Of the runtime: options, program, arguments. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it answers. */
  readonly url: string;
  readonly logFile: string;
}

/** Where the processes find what they share. */
export interface Backbone {
  readonly databaseUrl: string;
  readonly natsUrl: string;
}

/** The services and the gateway, each a process of its own. What each needs is in the testkit's `environmentOf`. */
export function planServices(
  { databaseUrl, natsUrl }: Backbone,
  ports: Ports,
  secrets: SystemSecrets,
  places: Places,
  config: Config,
  hostName: string | undefined,
): ProcessPlan[] {
  const surroundings: Surroundings = {
    databaseUrl,
    natsUrl,
    ports: ports.services,
    hostName,
    secrets,
    signingKeysFile: places.signingKeys,
    auditSigningKeysFile: places.auditSigningKeys,
    auditCheckpointsDir: places.auditCheckpoints,
    picturesDir: places.pictures,
    consoleDir: CONSOLE,
    vaultRootKeysFile: places.vaultRootKeys,
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    logLevel: config.logLevel,
    clockFile: places.clock,
  };
  return serviceNames.map((name) => ({
    name,
    args: programOf(name, BUILD),
    env: { ...config.passedOn, ...environmentOf(name, surroundings) },
    url: `http://127.0.0.1:${ports.services[name].http}`,
    logFile: join(places.logs, `${name}.log`),
  }));
}

/** The server that keeps the mail of this machine where a person can read it. */
export function planMailSink(ports: Ports, places: Places, config: Config): ProcessPlan {
  const where = ['--dir', places.mail, '--smtp-port', String(ports.smtp), '--http-port', String(ports.mail)];
  return {
    name: 'mail-sink',
    args: [join(ROOT, 'tools/mail-sink/main.ts'), ...where],
    env: { ...config.passedOn },
    url: `http://127.0.0.1:${ports.mail}`,
    logFile: join(places.logs, 'mail-sink.log'),
  };
}
