import { readdirSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ProcessIdentity, identify, isRunning, signalIfRunning } from './process-identity.ts';

const POLL_MS = 20;

/**
 * The running processes of a program that work in a directory. PostgreSQL and NATS are started inside their data
 * directory, so this finds a whole server with its children, and one that an earlier parent left behind, by what it
 * is rather than by a process id that may belong to somebody else now.
 * @param program the file name of the executable, such as `postgres`
 */
export function processesIn(directory: string, program: string): ProcessIdentity[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => linkOf(`/proc/${pid}/cwd`) === directory)
    .filter((pid) => basename(linkOf(`/proc/${pid}/exe`) ?? '') === program)
    .map((pid) => identify(Number(pid)))
    .filter((found) => found !== undefined);
}

/** Sends a signal to all of them. */
export function signalProcessesIn(directory: string, program: string, signal: NodeJS.Signals): void {
  for (const found of processesIn(directory, program)) signalIfRunning(found, signal);
}

/** Ends what still runs in the directory, see `endProcesses`. */
export function endProcessesIn(directory: string, program: string, signal: NodeJS.Signals): Promise<number> {
  return endProcesses(processesIn(directory, program), signal);
}

/**
 * Asks processes to end, kills those that have not after `graceMs` milliseconds, and returns when they are gone.
 * @returns how many there were
 */
export async function endProcesses(
  found: readonly ProcessIdentity[],
  signal: NodeJS.Signals,
  graceMs = 5_000,
): Promise<number> {
  for (const process of found) signalIfRunning(process, signal);
  for (const process of found) signalIfRunning(process, 'SIGCONT');
  const deadline = Date.now() + graceMs;
  while (found.some(isRunning)) {
    if (Date.now() > deadline) for (const process of found) signalIfRunning(process, 'SIGKILL');
    await delay(POLL_MS);
  }
  return found.length;
}

/** Linux marks the link of a file that was removed or replaced meanwhile, as after a new `npm ci`. */
function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path).replace(/ \(deleted\)$/, '');
  } catch {
    // Ended meanwhile, or a process of somebody else that we may not look into: not ours either way.
    return undefined;
  }
}
