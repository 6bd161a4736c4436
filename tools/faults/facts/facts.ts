import type { Struck } from '../history/history.ts';
import type { Operation } from '../history/operation.ts';

/** An order as the public API shows it after the run. */
export interface OrderSeen {
  readonly id: string;
  readonly number: string;
  readonly departureId: string;
  readonly branchId: string;
  readonly customerId: string;
  readonly state: string;
  /** Minor units. */
  readonly total: bigint;
  /** Minor units. */
  readonly paid: bigint;
  readonly seats: number;
  readonly holdExpiresAt: string | null;
  readonly version: number;
  /** Who has decided on it; nobody where it was never reviewed. */
  readonly reviewerId: string | null;
  /** The mark of the operation that made it. */
  readonly mark: string;
}

export interface DepartureSeen {
  readonly id: string;
  readonly capacity: number;
  readonly remaining: number;
  readonly state: string;
}

/** A party on a waiting list, as the public API shows it. */
export interface WaitingEntrySeen {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly orderId: string | null;
}

/** A payment as the public API shows it. */
export interface PaymentSeen {
  readonly id: string;
  readonly orderId: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly state: string;
  readonly mark: string;
}

/** A refund as the public API shows it: the part of one payment that goes back. */
export interface RefundSeen {
  readonly id: string;
  readonly orderId: string;
  readonly paymentId: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly state: string;
  readonly version: number;
  /** The mark of the operation that paid it. */
  readonly mark: string;
}

/** That an order or a part of it was cancelled, and what it has cost its customer; of one order in the order in which it happened. Minor units. */
export interface CancellationSeen {
  readonly id: string;
  readonly orderId: string;
  readonly scope: string;
  /** Why: only `customer` costs anything here. */
  readonly cause: string;
  /** What was cancelled cost. */
  readonly fee: bigint;
  readonly seats: number;
  readonly penalty: bigint;
  /** What of the payments was for what was cancelled: it is kept or goes back. */
  readonly paid: bigint;
  readonly kept: bigint;
  readonly refund: bigint;
  /** The mark of the operation that did it; none where a rule did. */
  readonly mark: string;
}

/** A coupon campaign as the public API shows it. */
export interface CampaignSeen {
  readonly id: string;
  readonly code: string;
  readonly totalLimit: number;
  readonly perCustomer: number;
  /** How often its coupons count as used: in all, and under its code. */
  readonly redeemed: number;
  readonly redeemedByCode: number;
}

/** A coupon that an order was placed with. */
export interface CouponSeen {
  readonly orderId: string;
  readonly code: string;
  readonly givenBack: boolean;
}

/** The credit of a franchise branch in one currency, as the public API shows it. Minor units. */
export interface CreditSeen {
  readonly branchId: string;
  /** None where it has no limit. */
  readonly limit: bigint | undefined;
  readonly used: bigint;
}

/** An event as a team that reads the stream gets it. */
export interface EventSeen {
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  readonly aggregateId: string;
  readonly version: number;
  /** When the stream stored it: milliseconds since the run began. */
  readonly storedAtMs: number;
}

/** A committed event, as the service that made it keeps it. */
export interface OutboxRow {
  readonly service: string;
  readonly id: string;
  readonly subject: string;
  readonly aggregateId: string;
  readonly published: boolean;
  /** A timer that is not due yet is not published either. */
  readonly due: boolean;
}

/** Who takes which events of the stream, and which have taken effect there. */
export interface ConsumerSeen {
  readonly service: string;
  readonly durable: string;
  readonly subjects: readonly string[];
  readonly eventIds: ReadonlySet<string>;
}

/** The seats of a departure at one moment of the run, in one state of the database. */
export interface SeatSample {
  readonly atMs: number;
  readonly departureId: string;
  readonly capacity: number;
  readonly remaining: number;
  /** Of orders that have not ended. */
  readonly taken: number;
}

/** What counts against a limit at one moment of the run, in one state of the database. */
export interface LimitSample {
  readonly atMs: number;
  readonly of: 'coupon' | 'credit';
  readonly id: string;
  readonly limit: bigint;
  readonly counted: bigint;
  /** What the entries say that are counted. */
  readonly noted: bigint;
}

/** What selling all that was left came to. */
export interface SellOut {
  readonly departureId: string;
  /** Seats that should have been left. */
  readonly remaining: number;
  readonly sold: number;
  /** Whether one seat more could be sold. */
  readonly oneMore: boolean;
}

/** Sums of the ledger. */
export interface TrialBalance {
  readonly currency: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** What stands on an account: debits less credits, minor units. */
export type Accounts = Readonly<Record<string, bigint>>;

/** What another service has made of the events of orders. */
export interface Figures {
  readonly placed: number;
  readonly confirmed: number;
  /** Cancelled or expired. */
  readonly ended: number;
  /** Of confirmed orders that have not ended, minor units. */
  readonly sales: bigint;
}

/** All that is known when a run is over: what checkers look at. */
export interface Facts {
  readonly operations: readonly Operation[];
  readonly faults: readonly Struck[];
  readonly orders: readonly OrderSeen[];
  readonly departures: readonly DepartureSeen[];
  readonly campaigns: readonly CampaignSeen[];
  readonly coupons: readonly CouponSeen[];
  readonly credits: readonly CreditSeen[];
  readonly waitingEntries: readonly WaitingEntrySeen[];
  readonly payments: readonly PaymentSeen[];
  readonly refunds: readonly RefundSeen[];
  readonly cancellations: readonly CancellationSeen[];
  /** What whoever cancels loses of the price, by the agency's policy: hundredths of a percent. */
  readonly penaltyShare: number;
  readonly events: readonly EventSeen[];
  readonly outbox: readonly OutboxRow[];
  readonly consumers: readonly ConsumerSeen[];
  readonly samples: readonly SeatSample[];
  readonly limitSamples: readonly LimitSample[];
  readonly sellOuts: readonly SellOut[];
  readonly balances: readonly TrialBalance[];
  /** By the codes of the chart of accounts. */
  readonly accounts: Accounts;
  /** None where analytics does not run. */
  readonly figures: Figures | undefined;
  /** By the clock of the services, when the orders were read. */
  readonly readAt: Temporal.Instant;
  /** Messages that somebody would have to look after. */
  readonly quarantined: readonly string[];
}

/** Whether an order has given its seats back. */
export const hasEnded = (state: string): boolean => state === 'cancelled' || state === 'expired';
