/** Stands for no departure: the money back. */
export const refund = 'refund';

/** What a customer wants instead of a departure that does not take place. */
export interface Wish {
  /** When that one was to leave; undefined where it is not known. */
  readonly departsOn: string | undefined;
  /** Where they want to go instead; undefined where they want their money back. */
  readonly target: { readonly id: string; readonly departsOn: string } | undefined;
}

/** The choice as booking takes it: a later date of the product is a postponement, any other a transfer. */
export function bodyOf({ departsOn, target }: Wish) {
  if (!target) return { choice: refund } as const;
  const later = departsOn !== undefined && target.departsOn > departsOn;
  return {
    choice: later ? ('postponement' as const) : ('transfer' as const),
    targetDepartureId: target.id,
  };
}
