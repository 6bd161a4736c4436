/** One kind of request. It is sent again and again, each time with an Idempotency-Key and a `note` of its own. */
export interface RequestKind {
  readonly url: string;
  /** Bearer token; the floor looks at none. */
  readonly token: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is to be sent. The kinds take turns. */
export interface Load {
  readonly requests: readonly RequestKind[];
  readonly seconds: number;
  /** Open connections; at a given rate k6 opens more where answers are late, the other tool lets requests wait. */
  readonly connections: number;
  /** Without it each connection sends its next request as soon as the one before is answered. */
  readonly ratePerSecond?: number;
}

/** What came of it. */
export interface Measured {
  /** Answers 201 a second. */
  readonly rate: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Everything but an answer 201. */
  readonly errors: number;
  /** One of the errors, for people. */
  readonly firstError?: string;
}

/** A program that sends requests and measures the answers. */
export interface Tool {
  readonly name: string;
  measure(load: Load): Promise<Measured>;
}
