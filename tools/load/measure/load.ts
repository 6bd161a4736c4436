/**
 * One kind of request. With a body it is a POST that makes something (201), sent again and again, each time with an Idempotency-Key and a `note` of
 * its own; without one it is a GET (200).
 */
export interface RequestKind {
  readonly url: string;
  /** Bearer token; the floor looks at none. */
  readonly token: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Requests of one name are measured as one kind beside the whole: small letters and hyphens. */
  readonly name?: string;
  /** Code of a problem it may be answered with: counted as refused, neither good nor an error. Only flat out. */
  readonly mayBeRefused?: string;
}

/** What is to be sent. The kinds take turns. */
export interface Load {
  readonly requests: readonly RequestKind[];
  readonly seconds: number;
  /** Open connections; at a given rate k6 opens more where answers are late, the other tool lets requests wait. */
  readonly connections: number;
  /** Without it each connection sends its next request as soon as the one before is answered. */
  readonly ratePerSecond?: number;
  /** What is promised of the answers' times, in milliseconds: k6's thresholds; of p95 also for each kind. */
  readonly promised?: { readonly p95Ms?: number; readonly p99Ms?: number };
}

/** How long answers took. */
export interface Times {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** What came of it. */
export interface Measured {
  /** Answers a second that were as they should be. */
  readonly rate: number;
  readonly p50Ms: number;
  /** Only where requests were sent at a rate, or by k6. */
  readonly p95Ms?: number;
  readonly p99Ms: number;
  /** By the names of the requests, where they have names; not flat out without k6. */
  readonly kinds?: Readonly<Record<string, Times>>;
  /** Answers that refused what may be refused. */
  readonly refused?: number;
  /** Everything else but an answer 201 to a POST and 200 to a GET. */
  readonly errors: number;
  /** One of the errors, for people. */
  readonly firstError?: string;
}

/** A program that sends requests and measures the answers. */
export interface Tool {
  readonly name: string;
  measure(load: Load): Promise<Measured>;
}
