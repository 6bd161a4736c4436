import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { guardAgainstOrphaning } from './orphan-guard.ts';

/** How a process ended: one of the two is set. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Gets everything the process says; appended to. */
  readonly logFile: string;
  /** The unprivileged user to run as, when we are root and the program refuses to run as root. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** What asks the process for an orderly end. */
  readonly stopSignal: 'SIGINT' | 'SIGTERM';
}

export interface ServerProcess {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  hasExited(): boolean;
  /** Asks for an orderly end, insists with SIGKILL after `graceMs` milliseconds, returns when the process is gone. */
  stop(graceMs?: number): Promise<void>;
}

/**
 * Starts a program as a process of its own session, so that Ctrl-C in the terminal does not reach it behind its parent's
 * back, and guarded, so that it does not outlive its parent.
 * @throws when the program cannot be started (missing, not executable, user not allowed)
 */
export async function launch(options: Launch): Promise<ServerProcess> {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.command, options.args, {
    cwd: options.cwd ?? '/',
    env: options.env ?? process.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...options.user,
  });
  closeSync(log);
  await once(child, 'spawn');
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${options.command} has no process id`);
  const release = guardAgainstOrphaning(pid, options.stopSignal);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      release();
      resolve({ code, signal });
    });
  });
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async (graceMs = 10_000) => {
    const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.kill(options.stopSignal);
    // A stopped (SIGSTOP) process would never see the signal.
    child.kill('SIGCONT');
    await exited;
    clearTimeout(insist);
  };
  return { pid, exited, hasExited, stop };
}

/**
 * The last lines of a log file, for messages about why a process ended. Empty when there is no such file.
 * @param from the byte where the process began to write: what earlier ones said is left out
 */
export function lastLines(logFile: string, count: number, from = 0): string {
  try {
    return readFileSync(logFile).subarray(from).toString().trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    // A missing log says nothing; the message that quotes it stands without it.
    return '';
  }
}
