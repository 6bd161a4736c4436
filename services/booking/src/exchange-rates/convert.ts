/** How a rate is written: a decimal, never a float. At most 10 digits after the point. */
export const ratePattern = '^(0|[1-9][0-9]{0,8})(\\.[0-9]{1,10})?$';

/** Digits after the point in amounts of a currency (ISO 4217): 2 for CNY, 0 for JPY. */
const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;

/**
 * An amount in another currency, minor units to minor units, rounded half up, once.
 * @param amount not below zero @param rate what one unit of `from` is worth in units of `to`, by `ratePattern`
 */
export function convert(
  amount: bigint,
  rate: string,
  { from, to }: { readonly from: string; readonly to: string },
): bigint {
  const [whole = '0', fraction = ''] = rate.split('.');
  const up = amount * BigInt(whole + fraction) * 10n ** BigInt(minorDigits(to));
  const down = 10n ** BigInt(fraction.length + minorDigits(from));
  return (2n * up + down) / (2n * down);
}
