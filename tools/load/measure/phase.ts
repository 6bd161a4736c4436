import { untilCalm } from '../machine/calm.ts';
import { describeCosts, readCosts } from '../machine/costs.ts';
import { describeBetween, readTicks } from '../machine/processor.ts';
import type { Stage } from '../scenario.ts';
import type { Load, Measured, RequestKind } from './load.ts';

const warmUpSeconds = 3;

/** Gives the requests anew for each measurement: tokens live for five minutes. */
export type Target = () => Promise<readonly RequestKind[]>;

/**
 * One measurement after a warm-up, with nothing left to do from the one before. The errors of the warm-up count.
 * @param beside what goes on during the measurement and ends with it
 */
export async function phase(
  stage: Stage,
  what: string,
  target: Target,
  load: Omit<Load, 'requests'>,
  beside: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Measured> {
  const calmAfter = await untilCalm(stage.system.services);
  const requests = await target();
  const warmUp = await stage.tool.measure({ ...load, requests, seconds: warmUpSeconds });
  const [before, costsBefore] = [readTicks(), readCosts()];
  const [measured] = await Promise.all([stage.tool.measure({ ...load, requests }), beside()]);
  const processors = describeBetween(before, readTicks());
  const errors = warmUp.errors + measured.errors;
  stage.tell(line({ ...measured, errors }, what, processors, calmAfter));
  stage.tell(`  ${describeCosts(costsBefore, readCosts(), measured.rate * load.seconds)}`);
  const firstError = warmUp.firstError ?? measured.firstError;
  if (firstError !== undefined) stage.tell(`  one of the errors: ${firstError.slice(0, 500)}`);
  return { ...measured, errors };
}

/** What was measured, for people. */
export const figuresOf = ({ rate, p50Ms, p99Ms, errors }: Measured): string =>
  `${rate.toFixed(1)}/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, ${errors} errors`;

function line(measured: Measured, what: string, processors: string, calmAfter: number | undefined): string {
  const calm = calmAfter === undefined ? 'never came' : `came after ${calmAfter.toFixed(1)} s`;
  return `${what}: ${figuresOf(measured)} (${processors}; calm before it ${calm})`;
}
