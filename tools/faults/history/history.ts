import { appendFileSync } from 'node:fs';
import type { Operation } from './operation.ts';
import type { Strike } from '../schedule/fault.ts';

/** A fault as it came to be. */
export interface Struck {
  readonly strike: Strike;
  /** Milliseconds since the run began. */
  readonly startedAtMs: number;
  /** When it was undone; a killed process is up to whoever keeps it. */
  endedAtMs: number;
}

/** Everything that was asked and everything that was done to the system, in the order it happened; written down at once. */
export interface History {
  /** Milliseconds since the run began. */
  now(): number;
  /** Milliseconds since 1970. */
  readonly beganAt: number;
  readonly operations: readonly Operation[];
  readonly faults: readonly Struck[];
  /** Notes that an operation begins. */
  invoked(operation: Pick<Operation, 'id' | 'name' | 'client' | 'orderId'>): void;
  completed(operation: Operation): void;
  struck(strike: Strike): Struck;
  healed(struck: Struck): void;
  /** Whatever else helps to understand the run. */
  note(what: string, value: unknown): void;
}

/** @param file gets a JSON line for each event */
export function openHistory(file: string): History {
  const [began, beganAt] = [performance.now(), Date.now()];
  const now = () => Math.round(performance.now() - began);
  const operations: Operation[] = [];
  const faults: Struck[] = [];
  const write = (line: object) => appendFileSync(file, `${JSON.stringify({ atMs: now(), ...line })}\n`);
  return {
    now,
    beganAt,
    operations,
    faults,
    invoked: ({ id, name, client, orderId }) =>
      write({ process: client, type: 'invoke', f: name, id, orderId }),
    completed(operation) {
      const { id, name, client, outcome, attempts, claims, orderId } = operation;
      operations.push(operation);
      const type = { ok: 'ok', failed: 'fail', unknown: 'info' }[outcome];
      write({ process: client, type, f: name, id, orderId, attempts, claims });
    },
    struck(strike) {
      const struck = { strike, startedAtMs: now(), endedAtMs: Infinity };
      faults.push(struck);
      write({ process: 'nemesis', type: 'invoke', f: strike.kind, strike });
      return struck;
    },
    healed(struck) {
      struck.endedAtMs = now();
      write({ process: 'nemesis', type: 'info', f: struck.strike.kind, strike: struck.strike });
    },
    note: (what, value) => write({ process: 'watch', type: 'info', f: what, value }),
  };
}
