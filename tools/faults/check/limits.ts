import type { Facts, LimitSample } from '../facts/facts.ts';
import { violation, type Violation } from './violation.ts';

/** At no moment more than the limit, and never another sum than that of the entries. */
export function findLimitsOff(
  { limitSamples }: Pick<Facts, 'limitSamples'>,
  wanted: LimitSample['of'],
): Violation[] {
  return limitSamples
    .filter(({ of, counted, limit, noted }) => of === wanted && (counted > limit || counted !== noted))
    .map(({ id, counted, noted, limit, atMs }) =>
      violation(`${wanted} ${id}: ${counted} counted of ${limit}, noted ${noted}, ${atMs} ms into the run`),
    );
}
