import { join } from 'node:path';
import type { ProcessIdentity } from '@yitu/testkit/servers';
import { serviceNames } from '@yitu/testkit/surroundings';
import { readJson } from '../up/json-file.ts';
import { placesIn } from '../up/places.ts';
import { readLiveRun } from '../up/run-state.ts';

const state = join(import.meta.dirname, '../../.yitu');

/** The system that runs on this machine, as a load run needs it. */
export interface RunningSystem {
  /** The gateway's origin. */
  readonly origin: string;
  readonly operatorSecret: string;
  /** The administrator's connection. */
  readonly databaseUrl: string;
  /** With name and password. */
  readonly natsUrl: string;
  /** Where PostgreSQL logs to; undefined when it is not ours. */
  readonly databaseLog: string | undefined;
  /** The services' processes, the gateway's included. */
  readonly services: readonly ProcessIdentity[];
  /** Where each of them answers by HTTP. */
  readonly serviceOrigins: readonly string[];
  /** The one of them that tells people what happened. */
  readonly notifications: ProcessIdentity;
  /** Where crm keeps its rows and its root keys. */
  readonly crm: { readonly databaseUrl: string; readonly rootKeysFile: string };
}

/** What `npm start` noted; undefined when nothing is ready. */
export const runningSystem = (): RunningSystem | undefined => systemIn(state);

/** The same of a system that keeps its state elsewhere. @param state such as `<checkout>/.yitu` */
export function systemIn(state: string): RunningSystem | undefined {
  const run = readLiveRun(join(state, 'run.json'));
  const notifications = run?.processes['notifications'];
  if (!run?.ready || !run.url || !run.databaseUrl || !run.natsUrl || !notifications) return undefined;
  // Written by tools/up, before anything is ready.
  const { operatorSecret, rolePasswords } = readJson(join(state, 'secrets.json')) as {
    operatorSecret: string;
    rolePasswords: Record<string, string>;
  };
  const crmUrl = new URL(run.databaseUrl);
  Object.assign(crmUrl, { username: 'yitu_crm', password: rolePasswords['yitu_crm'] });
  const crm = { databaseUrl: crmUrl.href, rootKeysFile: placesIn(state).vaultRootKeys };
  const { databaseUrl, natsUrl, processes } = run;
  const services = serviceNames.flatMap((name) => processes[name] ?? []);
  return {
    ...{ origin: run.url, operatorSecret, databaseUrl, natsUrl, services, notifications, crm },
    databaseLog: processes['postgres']?.logFile,
    serviceOrigins: services.map(({ url }) => url),
  };
}

/** Where programs are looked for. */
export const searchPath = (): string => process.env['PATH'] ?? '';
