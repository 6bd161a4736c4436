import { readFileSync } from 'node:fs';

/** A pid alone may belong to somebody else tomorrow; together with the time it started it names one process. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks since boot: field 22 of /proc/<pid>/stat. */
  readonly startTicks: number;
}

/** The identity of a running process; undefined when there is none with this pid, or only its zombie. */
export function identify(pid: number): ProcessIdentity | undefined {
  const fields = statFields(pid);
  if (fields === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return { pid, startTicks: Number(fields[19]) };
}

/** Whether exactly this process, not a later one with its pid, still runs. */
export function isRunning(process: ProcessIdentity): boolean {
  return identify(process.pid)?.startTicks === process.startTicks;
}

/** Sends the signal if the process is still the one that was meant; says whether it was. */
export function signalIfRunning(target: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isRunning(target)) return false;
  process.kill(target.pid, signal);
  return true;
}

/** The fields of /proc/<pid>/stat after the command name, which itself may hold blanks and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // No such process, or it ended while its file was read: both mean "not running".
    return undefined;
  }
}
