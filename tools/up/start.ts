import type { Config } from './config.ts';
import type { Options } from './options.ts';
import type { Places } from './places.ts';
import type { Report } from './report.ts';
import type { RunClaim } from './run-state.ts';
import type { SystemSecrets } from './secrets.ts';
import type { Stops } from './stops.ts';

/** Everything one start works with. */
export interface Start {
  readonly options: Options;
  readonly config: Config;
  readonly places: Places;
  readonly secrets: SystemSecrets;
  readonly claim: RunClaim;
  readonly report: Report;
  readonly stops: Stops;
  /** Aborted when somebody wants it to end. */
  readonly signal: AbortSignal;
}
