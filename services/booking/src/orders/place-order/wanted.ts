import type { BranchKind } from '../../branches/selling-channel.ts';
import type { Wish } from './decide.ts';

/** What is ordered, whoever orders it. */
export interface Wanted {
  readonly departureId: string;
  readonly counts: Wish['counts'];
  readonly singleRooms: number;
  readonly travellers: Wish['travellers'];
  readonly note: string;
  /** Codes, in the order in which they are taken off. */
  readonly coupons?: readonly string[] | undefined;
}

export interface PlaceOrder extends Wanted {
  readonly customerId: string;
  readonly branchId?: string | undefined;
  readonly channel?: Wish['channel'] | undefined;
}

/** Who buys, and where. */
export interface Buyer {
  readonly customerId: string;
  readonly customerCategory: string;
  /** The selling branch; the acting person's own where it is left out. */
  readonly branchId?: string | undefined;
}

export interface Sale {
  /** Whose prices as an agent count, where it sells as one. */
  readonly agentBranchId: string | null;
  readonly buyer: () => Promise<Buyer>;
  /** Through which channel it comes in, by the kind of that branch. */
  readonly channel: (branchKind: BranchKind | null) => Wish['channel'];
}
