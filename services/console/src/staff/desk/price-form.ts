import type { Counts } from '../selling/party.ts';

/** What is entered to price a departure for somebody. */
export interface PriceForm {
  readonly customer?: string | undefined;
  readonly counts: Counts;
  readonly singleRooms: number | null;
  readonly note?: string;
  readonly coupons?: readonly string[];
}
