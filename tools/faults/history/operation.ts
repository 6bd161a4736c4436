/** What an answer, or the lack of one, means: only `ok` and `failed` are certain. */
export type Outcome = 'ok' | 'failed' | 'unknown';

/** What the system has told a client that it has done. */
export type Claim =
  | {
      readonly kind: 'order';
      readonly orderId: string;
      readonly version: number;
      readonly state: string;
      /** Minor units. */
      readonly total: string;
      readonly seats: number;
      readonly number: string;
    }
  | {
      readonly kind: 'payment';
      readonly paymentId: string;
      readonly orderId: string;
      /** Minor units. */
      readonly amount: string;
    }
  | {
      readonly kind: 'cancellation';
      readonly cancellationId: string;
      readonly orderId: string;
      /** Whether all of the order was cancelled, or some of its travellers. */
      readonly scope: 'order' | 'part';
      /** What was cancelled cost, minor units. */
      readonly fee: string;
      readonly seats: number;
      /** Of the order, after it. */
      readonly version: number;
      /** Minor units. */
      readonly penalty: string;
    }
  | {
      readonly kind: 'refund';
      readonly refundId: string;
      readonly orderId: string;
      readonly version: number;
      /** Minor units. */
      readonly amount: string;
    }
  | { readonly kind: 'transfer'; readonly orderId: string; readonly departureId: string }
  | { readonly kind: 'waiting'; readonly entryId: string; readonly version: number }
  | { readonly kind: 'departure'; readonly departureId: string; readonly version: number };

/** One try to be answered. */
export interface Attempt {
  /** Milliseconds since the run began. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Of the answer; 0 when none came. */
  readonly status: number;
  /** The problem's code, or what broke the connection. */
  readonly said: string;
}

/** One thing a client wanted done, once, however often it had to ask. */
export interface Operation {
  /** Its Idempotency-Key, and the mark on what it makes. */
  readonly id: string;
  /** See load/operations.ts. */
  readonly name: string;
  readonly client: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly outcome: Outcome;
  /** The order it is done to; none when it makes one. */
  readonly orderId?: string;
  /** Of the event that follows from it. */
  readonly event: string;
  readonly attempts: readonly Attempt[];
  /** One for each answer that said it was done. */
  readonly claims: readonly Claim[];
}
