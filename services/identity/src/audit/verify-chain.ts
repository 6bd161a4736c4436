import { lineHash, type Checkpoint, type CheckpointKeys } from './checkpoint.ts';
import { genesis, hashOf, type AuditEntry, type Head } from './entry.ts';

/** What is wrong with a chain, and where. */
export interface Fault {
  readonly kind:
    /** An entry is not what it was when it was chained. */
    | 'changed'
    /** Entries are missing. */
    | 'removed'
    /** An entry stands where another one is, or beyond the head. */
    | 'inserted'
    /** The chain ends before a checkpoint, or before its head. */
    | 'truncated'
    /** The chain is sound in itself but not the one that was signed. */
    | 'rewritten'
    /** A checkpoint is not signed with a known key, not of this agency or out of its order. */
    | 'checkpoint-forged'
    /** A checkpoint that others speak of is gone. */
    | 'checkpoint-removed'
    /** There are entries and no checkpoint at all. */
    | 'unsigned';
  /** The entry's place, or the last one a checkpoint is about. */
  readonly sequence: number;
  readonly text: string;
}

/** The checkpoints of one agency that are to be believed, and what is wrong with the others. */
export function readCheckpoints(
  agencyId: string,
  lines: readonly string[],
  keys: CheckpointKeys,
): { checkpoints: Checkpoint[]; faults: Fault[] } {
  const checkpoints: Checkpoint[] = [];
  const faults: Fault[] = [];
  let previous = genesis;
  let sequence = 0;
  for (const [index, line] of lines.entries()) {
    if (isBrokenOff(line)) continue;
    const checkpoint = keys.open(line);
    if (checkpoint?.agencyId !== agencyId || checkpoint.sequence < sequence) {
      const text = `line ${index + 1} is no checkpoint of this agency in its place`;
      faults.push({ kind: 'checkpoint-forged', sequence, text });
      continue;
    }
    if (checkpoint.previous !== previous) {
      const text = `a checkpoint before line ${index + 1} is gone`;
      faults.push({ kind: 'checkpoint-removed', sequence: checkpoint.sequence, text });
    }
    checkpoints.push(checkpoint);
    previous = lineHash(line);
    ({ sequence } = checkpoint);
  }
  return { checkpoints, faults };
}

/** A process that ended while it wrote leaves such a line. That a whole one was made unreadable shows in the next, which names it, or in the database's copy. */
function isBrokenOff(line: string): boolean {
  try {
    JSON.parse(line);
    return false;
  } catch (error) {
    if (error instanceof SyntaxError) return true;
    throw error;
  }
}

/** Walks a chain entry by entry, in the order of its sequence. */
export interface ChainWalk {
  next(entry: AuditEntry): void;
  /** @param head what the database says the end is @returns everything found */
  end(head: Head | undefined): Fault[];
}

/** @param from where the walk begins: at the start, or behind a checkpoint whose word is taken for everything up to it */
export function walkChain(checkpoints: readonly Checkpoint[], from?: Checkpoint): ChainWalk {
  const faults: Fault[] = [];
  const signed = new Map(checkpoints.map((checkpoint) => [checkpoint.sequence, checkpoint]));
  const latest = checkpoints.at(-1);
  /** Undefined where an entry is missing: what follows cannot be checked against it. */
  let previous: string | undefined = from?.hash ?? genesis;
  let last = from?.sequence ?? 0;
  let sound = last;
  const fault = (kind: Fault['kind'], sequence: number, text: string) =>
    void faults.push({ kind, sequence, text });

  const next = (entry: AuditEntry) => {
    const { sequence, hash } = entry;
    if (sequence <= last) return fault('inserted', sequence, `a second entry ${sequence}: ${entry.id}`);
    if (sequence > last + 1) {
      fault('removed', last + 1, `${describe(last + 1, sequence - 1)} missing`);
      previous = undefined;
    }
    last = sequence;
    const computed = previous === undefined ? hash : hashOf(entry, previous);
    previous = hash;
    const checkpoint = signed.get(sequence);
    if (computed !== hash)
      fault('changed', sequence, `entry ${sequence} (${entry.id}) is not what was chained`);
    else if (checkpoint && checkpoint.hash !== hash)
      fault(
        'rewritten',
        sequence,
        `${describe(sound + 1, sequence)} not those signed ${checkpoint.signedAt}`,
      );
    else if (checkpoint) sound = sequence;
  };

  const end = (head: Head | undefined) => {
    if (latest && latest.sequence > last)
      fault('truncated', last + 1, `${describe(last + 1, latest.sequence)} signed but missing at the end`);
    else if (!latest && last > 0) fault('unsigned', last, 'no checkpoint covers any of its entries');
    const count = head?.count ?? 0;
    if (count > last) fault('truncated', last + 1, `the head counts ${count} entries, the last is ${last}`);
    if (count < last) fault('inserted', last, `the head counts ${count} entries, the last is ${last}`);
    if (count === last && last > 0 && previous !== undefined && head?.hash !== previous)
      fault('changed', last, 'the head is not that of the last entry');
    return faults;
  };
  return { next, end };
}

const describe = (first: number, last: number) =>
  first === last ? `entry ${first} is` : `entries ${first} to ${last} are`;
