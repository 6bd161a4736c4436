import { readFileSync } from 'node:fs';

/** Clock ticks since boot, all processors together. */
export interface Ticks {
  readonly total: number;
  readonly idle: number;
  /** Taken away by the host of a virtual machine: `st` of top. */
  readonly steal: number;
}

/** @param stat the content of /proc/stat */
export function ticksIn(stat: string): Ticks {
  // user nice system idle iowait irq softirq steal; the guests after them are in user already.
  const fields = stat.split('\n', 1).join('').trim().split(/\s+/).slice(1, 9).map(Number);
  const [idle = 0, waiting = 0, steal = 0] = [fields[3], fields[4], fields[7]];
  return { total: fields.reduce((sum, field) => sum + field, 0), idle: idle + waiting, steal };
}

export const readTicks = (): Ticks => ticksIn(readFileSync('/proc/stat', 'utf8'));

/** How busy the machine was in between, in words. */
export function describeBetween(before: Ticks, after: Ticks): string {
  const total = after.total - before.total;
  const percent = (ticks: number) => (total === 0 ? 'unknown' : `${((ticks * 100) / total).toFixed(1)} %`);
  return `processors busy ${percent(total - (after.idle - before.idle))}, st ${percent(after.steal - before.steal)}`;
}
