import { errors } from '../errors.ts';
import { checkOnce } from '../once.ts';
import type { LineCategory, TravellerCategory } from '../pricing/price.ts';

/** Somebody who is named in an order, with the category of their place. */
export interface NamedTraveller {
  readonly travellerId: string;
  readonly category: TravellerCategory;
}

/** Nobody is named twice, and no more of a category than are ordered. @throws booking/traveller-twice, travellers-exceed-counts */
export function checkTravellers({
  counts,
  travellers,
}: {
  readonly travellers: readonly NamedTraveller[];
  readonly counts: readonly { readonly category: LineCategory; readonly count: number }[];
}): void {
  checkOnce(travellers, ({ travellerId }) => travellerId, '/body/travellers', errors.travellerTwice);
  const named = Map.groupBy(travellers, ({ category }) => category);
  for (const [category, list] of named) {
    const ordered = counts.find((one) => one.category === category)?.count ?? 0;
    if (list.length > ordered) throw errors.travellersExceedCounts({ category });
  }
}
