import type { Texts } from '@yitu/kernel';
import type { Static } from 'typebox';
import { coverView, type CoverRow } from '../../pictures/cover.ts';
import type { Details } from '../details.ts';
import type { ProductListing } from '../product.ts';

/** A row of a search, as its statement selects it. */
export interface ListingRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly name: Texts;
  readonly summary: Texts;
  readonly details: Details;
  readonly destinationCountry: string;
  readonly destinationCity: string;
  readonly days: number;
  readonly themes: string[];
  readonly version: number;
  readonly createdAt: string;
  readonly cover: CoverRow | null;
  readonly fromAmount: string | null;
  readonly currency: string | null;
  readonly departsOn: string | null;
  /** What the order goes by; null where that is the id. */
  readonly sortedBy: string | null;
}

export function listingView({
  fromAmount,
  currency,
  departsOn,
  sortedBy: _forTheCursor,
  cover,
  ...product
}: ListingRow): Static<typeof ProductListing> {
  const priced = fromAmount !== null && currency !== null && departsOn !== null;
  return {
    ...product,
    cover: coverView('products', product.id, cover),
    from: priced ? { amount: fromAmount, currency, departsOn } : null,
  };
}
