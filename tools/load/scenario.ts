import type { RunningSystem } from './config.ts';
import type { Tool } from './measure/load.ts';

/** What a scenario works with. */
export interface Stage {
  readonly system: RunningSystem;
  readonly tool: Tool;
  /** A line for people. */
  readonly tell: (line: string) => void;
}

/** What a scenario has found out. */
export interface Outcome {
  /** For programs: one line of JSON. */
  readonly json: string;
  readonly errors: number;
}

/** Measures one promise. @throws when it could not be measured */
export type Scenario = (stage: Stage) => Promise<Outcome>;
