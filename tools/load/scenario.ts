import type { RunningSystem } from './config.ts';
import type { Tool } from './measure/load.ts';

/** What a scenario works with. */
export interface Stage {
  readonly system: RunningSystem;
  readonly tool: Tool;
  /** A line for people. */
  readonly tell: (line: string) => void;
}

/** What a scenario promises and what it has measured, for people. */
export interface Summary {
  readonly promise: string;
  readonly measured: string;
  /** What it is measured against. */
  readonly floor: string;
  readonly kept: boolean;
}

/** What a scenario has found out. */
export interface Outcome {
  /** For programs: one line of JSON. */
  readonly json: string;
  readonly errors: number;
  /** Of those that measure a promise of speed. */
  readonly summary?: Summary;
}

/** Measures one promise. @throws when it could not be measured */
export type Scenario = (stage: Stage) => Promise<Outcome>;
