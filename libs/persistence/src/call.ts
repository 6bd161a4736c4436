import type { Principal } from '@yitu/access';
import type { Clock } from '@yitu/kernel';
import type { Database } from './database.ts';

/** What a client's Idempotency-Key binds: the key itself and a hash of what was asked. */
export interface Idempotency {
  readonly key: string;
  readonly requestHash: string;
}

/** Who asks, when, and through what: passed to every command and query by the door the request came in at. */
export interface Call {
  readonly database: Database;
  readonly clock: Clock;
  readonly principal: Principal;
  readonly idempotency?: Idempotency;
  readonly remoteAddress?: string;
  /** The operation declares that nobody does it to what they made (see UnitOfWork.requireOther). */
  readonly fourEyes?: boolean;
  /** The bearer token the call came with, to be passed on to services asked on the way. */
  readonly token?: string;
}
