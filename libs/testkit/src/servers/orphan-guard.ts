import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { type ProcessIdentity, identify } from './process-identity.ts';

/**
 * Ends the servers of a parent that died without a chance to stop them (SIGKILL, out of memory).
 *
 * A small shell reads the current list of processes from a pipe. Only the parent holds the other end: when it dies,
 * for whatever reason, the shell reads end-of-file, asks each listed process to end and kills what is left after ten
 * seconds. The start time is compared first, so that a stranger who got the pid later is left alone.
 */
const GUARD_SCRIPT = `
start_of() {
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  set -- \${stat##*) }
  started=\${20}
}
signal_all() {
  for entry in $list; do
    pid=\${entry%%:*}; rest=\${entry#*:}; ticks=\${rest%%:*}; signal=\${1:-\${rest#*:}}
    start_of "$pid" && [ "$started" = "$ticks" ] && kill "-$signal" "$pid" 2>/dev/null && left=1
  done
}
list=''
while read -r line; do list=$line; done
signal_all ''
signal_all CONT
for second in 1 2 3 4 5 6 7 8 9 10; do
  left=''; signal_all 0
  [ -n "$left" ] || exit 0
  sleep 1
done
signal_all KILL
`;

type EndingSignal = 'SIGINT' | 'SIGTERM';

const guarded = new Map<ProcessIdentity, EndingSignal>();
let guard: ChildProcess | undefined;

/** Has the process ended by this signal if our own process dies first. Returns what takes it off the list again. */
export function guardAgainstOrphaning(pid: number, signal: EndingSignal): () => void {
  const target = identify(pid);
  if (target !== undefined) guarded.set(target, signal);
  tellGuard();
  return () => {
    if (target !== undefined) guarded.delete(target);
    tellGuard();
  };
}

function tellGuard(): void {
  guard ??= startGuard();
  const list = [...guarded].map(([{ pid, startTicks }, signal]) => `${pid}:${startTicks}:${signal.slice(3)}`);
  guard.stdin?.write(`${list.join(' ')}\n`);
}

function startGuard(): ChildProcess {
  // Its own session: Ctrl-C and a closed terminal reach the parent, which stops things in order, but not the guard.
  const shell = spawn('/bin/sh', ['-c', GUARD_SCRIPT], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.once('exit', () => (guard = undefined));
  // A guard that is gone must not take its parent with it; the next process on the list starts a new one.
  shell.stdin.on('error', () => (guard = undefined));
  shell.unref();
  // A pipe is a socket here, though its type does not say so.
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return shell;
}
