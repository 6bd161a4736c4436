/**
 * The value that `share` of all values do not exceed (nearest rank).
 * @param share over 0, at most 1 @returns NaN where there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}

/** The value in the middle; between two of them their mean. @returns NaN where there are no values */
export const median = (values: readonly number[]): number =>
  (percentile(values, 0.5) +
    -percentile(
      values.map((value) => -value),
      0.5,
    )) /
  2;
