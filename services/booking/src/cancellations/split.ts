import { allocate } from '@yitu/kernel';

/** What one part of an order (a traveller, a service) has in the whole. Minor units. */
export interface Part {
  readonly fee: bigint;
}

/** A part with what was paid for it, what is kept and refunded of that, and what is still owed for it. */
export type Share<P extends Part> = P & {
  readonly paid: bigint;
  readonly kept: bigint;
  readonly refund: bigint;
  readonly outstanding: bigint;
};

/**
 * Splits a reckoning over the parts by their fees. Each column adds up to its sum exactly, and in each row what is kept and refunded is what was
 * paid.
 * @param parts one at least
 */
export function splitReckoning<P extends Part>(
  {
    kept,
    refund,
    outstanding,
  }: { readonly kept: bigint; readonly refund: bigint; readonly outstanding: bigint },
  parts: readonly P[],
): Share<P>[] {
  const fees = parts.map(({ fee }) => fee);
  const paying = split(kept + refund, fees);
  const keeping = split(kept, paying);
  const owing = split(
    outstanding,
    fees.map((fee, index) => fee - at(keeping, index)),
  );
  return parts.map((part, index) => ({
    ...part,
    paid: at(paying, index),
    kept: at(keeping, index),
    refund: at(paying, index) - at(keeping, index),
    outstanding: at(owing, index),
  }));
}

/** By weights; alike where there are none. */
function split(amount: bigint, weights: readonly bigint[]): bigint[] {
  const some = weights.some((weight) => weight > 0n);
  return allocate({ amount, currency: 'XXX' }, some ? weights : weights.map(() => 1n)).map(
    (part) => part.amount,
  );
}

const at = (column: readonly bigint[], index: number): bigint => column[index] ?? 0n; // columns are as long as the parts
