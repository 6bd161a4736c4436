import { randomOf, type Random } from '../random.ts';
import type { Fault, Strike, Targets } from './fault.ts';

/** Time for each fault and its recovery; every second one is a kill, so that ten minutes have fifty. */
const slotMs = 6_000;
/** The servers everybody stands on are struck as often as two services. */
const weightOf = (process: string) => (process === 'postgres' || process === 'nats' ? 2 : 1);
/** In one slot of this many a second fault strikes while the first is not over. */
const together = 5;

export interface Plan {
  readonly seed: number;
  readonly durationMs: number;
  readonly targets: Targets;
  /** Of one fault with its recovery, in milliseconds. */
  readonly slotMs?: number;
}

/** The faults of a run, in order: the same for the same plan. */
export function scheduleOf({ seed, durationMs, targets, slotMs: slot = slotMs }: Plan): Fault[] {
  const random = randomOf(seed).of('schedule');
  const kills = bag(random, targets.processes);
  const wires = bag(random, targets.wires);
  const others = bag(random, targets.processes);
  const disks = targets.disks.length > 0 ? bag(random, targets.disks) : undefined;
  const faults: Fault[] = [];
  for (let index = 0; (index + 1) * slot <= durationMs; index++) {
    const atMs = index * slot + random.between(0, Math.floor(slot / 6));
    const longestMs = Math.floor(slot / 2);
    const first: Strike =
      index % 2 === 0
        ? { kind: 'kill', target: kills() }
        : slowly(random, { wires, others, disks, longestMs });
    faults.push({ atMs, ...first });
    if (index % together === together - 1)
      faults.push({ atMs: atMs + random.between(0, 300), kind: 'kill', target: kills() });
  }
  return faults;
}

interface Choice {
  readonly wires: () => string;
  readonly others: () => string;
  readonly disks: (() => string) | undefined;
  readonly longestMs: number;
}

/** Where the clock of the services jumps, in minutes: one time in four back, as when it is set right. */
const steps = [1, 2, 3, -1];

/** A fault that is no kill. */
function slowly(random: Random, { wires, others, disks, longestMs }: Choice): Strike {
  const forMs = random.between(Math.floor(longestMs / 4), longestMs);
  const chosen = random.between(0, disks ? 11 : 9);
  if (disks && chosen > 9) return { kind: 'disk', target: disks(), forMs };
  switch (chosen) {
    case 0:
    case 1:
      return { kind: 'stop', target: others(), forMs };
    case 2:
    case 3:
      return { kind: 'freeze', target: wires(), forMs };
    case 4:
    case 5:
      return { kind: 'slow', target: wires(), forMs, delayMs: random.between(20, 400) };
    case 6:
    case 7:
      return { kind: 'clock', target: 'all', aheadMinutes: steps[random.between(0, steps.length - 1)] ?? 1 };
    default:
      return { kind: 'cut', target: wires(), forMs };
  }
}

/** Gives all of them in an order of chance, then all of them again: none is left out of a long run. */
function bag(random: Random, names: readonly string[]): () => string {
  let left: string[] = [];
  return () => {
    if (left.length === 0)
      left = random.shuffled(names.flatMap((name) => Array.from({ length: weightOf(name) }, () => name)));
    const name = left.pop();
    if (name === undefined) throw new Error('there is nothing to strike');
    return name;
  };
}
