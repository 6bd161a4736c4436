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
  /** The services' processes, the gateway's included. */
  readonly services: readonly ProcessIdentity[];
  /** The one of them that tells people what happened. */
  readonly notifications: ProcessIdentity;
  /** Where crm keeps its rows and its root keys. */
  readonly crm: { readonly databaseUrl: string; readonly rootKeysFile: string };
}

/** What `npm start` noted; undefined when nothing is ready. */
export function runningSystem(): RunningSystem | undefined {
  const run = readLiveRun(join(state, 'run.json'));
  const notifications = run?.processes['notifications'];
  if (!run?.ready || !run.url || !run.databaseUrl || !notifications) return undefined;
  // Written by tools/up, before anything is ready.
  const { operatorSecret, rolePasswords } = readJson(join(state, 'secrets.json')) as {
    operatorSecret: string;
    rolePasswords: Record<string, string>;
  };
  const crmUrl = new URL(run.databaseUrl);
  Object.assign(crmUrl, { username: 'yitu_crm', password: rolePasswords['yitu_crm'] });
  const crm = { databaseUrl: crmUrl.href, rootKeysFile: placesIn(state).vaultRootKeys };
  const services = serviceNames.flatMap((name) => run.processes[name] ?? []);
  return { origin: run.url, operatorSecret, databaseUrl: run.databaseUrl, services, notifications, crm };
}

/** Where programs are looked for. */
export const searchPath = (): string => process.env['PATH'] ?? '';
