import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor by who has used them since their processes began. */
export type Costs = ReadonlyMap<string, number>;

/** What clock ticks of /proc are worth. */
const tickMs = 10;
/** This process and its ended children: what sends the load. */
const sender = 'sending the load';

/** The processor time of all processes of the system: services by name, PostgreSQL by the service it works for, NATS,
 * the bare programs of a measurement, and the load itself. */
export function readCosts(): Costs {
  const costs = new Map<string, number>();
  const add = (who: string | undefined, ms: number) => {
    if (who) costs.set(who, (costs.get(who) ?? 0) + ms);
  };
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [command, times] = [
      whoIs(contentOf(`/proc/${pid}/cmdline`)),
      timesIn(contentOf(`/proc/${pid}/stat`)),
    ];
    add(command, times.ownMs);
    if (Number(pid) === process.pid) add(sender, times.ownMs + times.childrenMs);
  }
  return costs;
}

/** Who works in a process. @param commandLine the content of /proc/<pid>/cmdline @returns undefined for what is no part of the system */
export function whoIs(commandLine: string): string | undefined {
  const words = commandLine.split(/[\0 ]+/).filter((word) => word !== '');
  if (words[0] === 'postgres:')
    return words[1]?.startsWith('yitu_') ? `PostgreSQL for ${roleOf(words[1])}` : 'PostgreSQL itself';
  if (words[0]?.endsWith('/nats-server')) return 'NATS';
  const program = words.at(-1) ?? '';
  const bare = /\/load\/(floor|bare)\/([a-z]+)\.ts$/.exec(program);
  if (bare) return bare[1] === 'floor' ? 'the floor' : `the bare ${bare[2]}`;
  return /\/(?:build|services)\/([a-z]+)(?:\.js|\/src\/main\.ts)$/.exec(program)?.[1];
}

const roleOf = (role = '') => role.replace('yitu_', '').replace('_worker', '');

/** @param stat the content of /proc/<pid>/stat; its second field is a name in brackets that may hold spaces */
export function timesIn(stat: string): { readonly ownMs: number; readonly childrenMs: number } {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const sum = (first: number) => ((fields[first] ?? 0) + (fields[first + 1] ?? 0)) * tickMs;
  return { ownMs: sum(11), childrenMs: sum(13) };
}

/** A process may end while it is read: then it says nothing. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return '';
    throw error;
  }
}

/** What one answer cost, in milliseconds of processor, the dearest first; what is less than a hundredth is left out. */
export function describeCosts(before: Costs, after: Costs, answers: number): string {
  const each = [...after]
    .map(([who, ms]) => [who, (ms - (before.get(who) ?? 0)) / answers] as const)
    .filter(([, ms]) => ms >= 0.01)
    .toSorted(([, left], [, right]) => right - left);
  const total = each.reduce((sum, [, ms]) => sum + ms, 0);
  return `each cost ${total.toFixed(2)} ms of processor: ${each.map(([who, ms]) => `${who} ${ms.toFixed(2)}`).join(', ')}`;
}
