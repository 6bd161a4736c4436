import type { AgentTerms, PriceCategory } from '../pricing/price.ts';

/** An agent price list as a statement gives it. */
export interface AgentListRow {
  readonly ofProduct: boolean;
  readonly currency: string | null;
  readonly discountBasisPoints: number;
  readonly prices: readonly { readonly travellerCategory: PriceCategory; readonly amount: string }[];
}

/**
 * As SQL: the price lists of a branch that count for a departure: that of its product and that of all products.
 * @param branch an expression, or a parameter @param departure the name of the row in the statement around it
 */
export const agentListsOf = (branch: string, departure: string): string =>
  `select jsonb_agg(jsonb_build_object('ofProduct', list.product_id is not null, 'currency', list.currency,
     'discountBasisPoints', list.discount_basis_points, 'prices', list.prices))
   from booking.agent_price_lists list where list.agency_id = ${departure}.agency_id and list.branch_id = ${branch}
     and (list.product_id = ${departure}.product_id or list.product_id is null)`;

/**
 * What counts of a branch's lists: prices of the product's own list, in the departure's currency, and the discount of the product's list, or that of
 * all products where the product has no list.
 */
export function agentTermsOf(lists: readonly AgentListRow[], currency: string): AgentTerms | undefined {
  const [list] = lists.toSorted((left, right) => Number(right.ofProduct) - Number(left.ofProduct));
  if (!list) return undefined;
  const prices = list.currency === currency ? list.prices : [];
  return {
    discountBasisPoints: list.discountBasisPoints,
    prices: prices.map(({ travellerCategory, amount }) => ({ travellerCategory, amount: BigInt(amount) })),
  };
}
