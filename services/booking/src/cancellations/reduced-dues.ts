/** A payment of an order's schedule, minor units; due on a local date. */
export interface Due {
  readonly amount: bigint;
  readonly dueOn: string;
}

/**
 * A schedule of payments when the order is worth less: what is due last is lowered first.
 * @param by minor units; beyond what is due nothing is left @returns what is due of each
 */
export function reducedDues<D extends Due>(dues: readonly D[], by: bigint): ReadonlyMap<D, bigint> {
  let left = by;
  const latestFirst = dues.toSorted((one, other) => (one.dueOn < other.dueOn ? 1 : -1));
  return new Map(
    latestFirst.map((due) => {
      const cut = due.amount < left ? due.amount : left;
      left -= cut;
      return [due, due.amount - cut] as const;
    }),
  );
}
