import { setTimeout as pause } from 'node:timers/promises';
import type { History } from '../history/history.ts';
import type { OwnSystem } from '../system/own-system.ts';
import type { Fault, Strike } from './fault.ts';

/** Strikes the system as the schedule says; returns when the last fault is over and everything is healed. */
export async function strikeAll(
  system: OwnSystem,
  faults: readonly Fault[],
  history: History,
): Promise<void> {
  const began = history.now();
  const striking: Promise<void>[] = [];
  try {
    for (const { atMs, ...fault } of faults) {
      await pause(Math.max(0, began + atMs - history.now()));
      striking.push(strike(system, fault, history));
    }
  } finally {
    await Promise.all(striking);
    for (const wire of system.wires.values()) wire.heal();
    for (const disk of system.disks.values()) await disk.free();
    for (const process of system.processes.values()) await process.resume();
  }
}

async function strike(system: OwnSystem, fault: Strike, history: History): Promise<void> {
  const struck = history.struck(fault);
  const undo = await begin(system, fault);
  if ('forMs' in fault) await pause(fault.forMs);
  await undo();
  history.healed(struck);
}

/** @returns what undoes it */
async function begin(system: OwnSystem, fault: Strike): Promise<() => Promise<void> | void> {
  if (fault.kind === 'clock') {
    system.clock.moveAhead(fault.aheadMinutes);
    return () => undefined;
  }
  if (fault.kind === 'disk') {
    const [disk, server] = [existing(system.disks, fault.target), existing(system.processes, fault.target)];
    await disk.fill();
    return async () => {
      await disk.free();
      // As somebody does who has made room: NATS keeps its streams shut until then, and PostgreSQL may have given up.
      await server.startAnew();
    };
  }
  if (fault.kind === 'kill' || fault.kind === 'stop') {
    const process = existing(system.processes, fault.target);
    await (fault.kind === 'kill' ? process.kill() : process.freeze());
    return fault.kind === 'kill' ? () => undefined : () => process.resume();
  }
  const wire = existing(system.wires, fault.target);
  if (fault.kind === 'cut') wire.cut();
  if (fault.kind === 'freeze') wire.pause();
  if (fault.kind === 'slow') wire.delay(fault.delayMs);
  return () => wire.heal();
}

function existing<Part>(parts: ReadonlyMap<string, Part>, name: string): Part {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`the system has no ${name}`);
  return part;
}
