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
  /** For programs: becomes one line of JSON, with whether the promise is kept. */
  readonly result: object;
  readonly errors: number;
  /** Of those that measure a promise of speed. */
  readonly summary?: Summary;
}

/** What programs are told of it. */
export const told = ({ result, summary }: Outcome): object =>
  summary === undefined ? result : { ...result, kept: summary.kept };

/** Whether nothing went wrong and what is promised is kept. */
export const isGood = ({ errors, summary }: Outcome): boolean => errors === 0 && summary?.kept !== false;

/** Measures one promise. @throws when it could not be measured */
export type Scenario = (stage: Stage) => Promise<Outcome>;
