import { existsSync, linkSync, rmSync } from 'node:fs';
import { type ProcessIdentity, identify, isRunning } from '@yitu/testkit/servers';
import { readJson, writeJson } from './json-file.ts';

/** One process of the system, with how to find it and what it says. */
export interface RunningProcess extends ProcessIdentity {
  /** Where it answers, user and password included. */
  readonly url: string;
  readonly logFile: string;
}

/** What `.yitu/run.json` says while the system runs. Its owner alone may read it. */
export interface RunState extends ProcessIdentity {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** True from the moment everything answers. */
  readonly ready: boolean;
  /** The gateway: where people and API clients go. */
  readonly url?: string;
  /** The administrator's connection. */
  readonly databaseUrl?: string;
  readonly natsUrl?: string;
  readonly mail?: { readonly smtpUrl: string; readonly httpUrl: string };
  /** gRPC address by service. */
  readonly grpc?: Readonly<Record<string, string>>;
  /** By name: the services, `postgres`, `nats`, `mail-sink`. */
  readonly processes: Readonly<Record<string, RunningProcess>>;
}

/** The claim of one `npm start` on the checkout. */
export interface RunClaim {
  state(): RunState;
  update(change: Partial<RunState>): void;
  setProcess(name: string, process: RunningProcess): void;
  release(): void;
}

/** Another `npm start` runs on this checkout. */
class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  readonly state: RunState;

  constructor(state: RunState) {
    super(`Yitu already runs here (process ${state.pid}): ${state.url ?? 'it is starting'}`);
    this.state = state;
  }
}

/** What runs according to the file, whether or not it still lives; undefined when nothing was started. */
function readRun(file: string): RunState | undefined {
  // Written by ourselves, in one step.
  return readJson(file) as RunState | undefined;
}

/** What really runs; undefined when nothing does. */
export function readLiveRun(file: string): RunState | undefined {
  const state = readRun(file);
  return state !== undefined && isRunning(state) ? state : undefined;
}

/**
 * Claims the checkout for this process. Only one can: the claim is a file that is made in one step or not at all.
 * @returns the claim, and the processes that a run which ended without order has left
 * @throws AlreadyRunning
 */
export function claimRun(file: string): { claim: RunClaim; leftovers: RunningProcess[] } {
  const self = identify(process.pid);
  if (self === undefined) throw new Error('This process is not to be found in /proc');
  const live = readLiveRun(file);
  if (live !== undefined) throw new AlreadyRunning(live);
  const before = readRun(file);
  if (before !== undefined) rmSync(file, { force: true });
  let state: RunState = { ...self, startedAt: new Date().toISOString(), ready: false, processes: {} };
  createOnce(file, state);
  const update = (change: Partial<RunState>) => {
    state = { ...state, ...change };
    writeJson(file, state);
  };
  const claim: RunClaim = {
    state: () => state,
    update,
    setProcess: (name, process) => update({ processes: { ...state.processes, [name]: process } }),
    release: () => rmSync(file, { force: true }),
  };
  return { claim, leftovers: Object.values(before?.processes ?? {}).filter(isRunning) };
}

function createOnce(file: string, state: RunState): void {
  const own = `${file}.claim.${process.pid}`;
  writeJson(own, state);
  try {
    linkSync(own, file);
  } catch (error) {
    const winner = existsSync(file) ? readRun(file) : undefined;
    throw winner === undefined ? error : new AlreadyRunning(winner);
  } finally {
    rmSync(own);
  }
}
