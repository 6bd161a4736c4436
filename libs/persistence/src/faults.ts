import { DomainError } from '@yitu/kernel';
import { driverError } from './error-text.ts';
import { requestErrors } from './errors.ts';

const retried = new Set(['40001', '40P01']); // serialization_failure, deadlock_detected

/**
 * The database is not there, has no room, or took too long; this passes. Classes 08 (connection), 53 (resources), 57P (shutdown), query_canceled (the
 * statement's time was over), lock_not_available, and what sockets say.
 */
const passing = /^(08|53|57P|57014|55P03|ECONN|EPIPE|ETIMEDOUT)/;
const passingTexts =
  /connection (terminated|ended|timeout)|timeout exceeded when trying to connect|connection error and is not queryable/i;

/** Somebody else applied events of the same aggregates at once: what has been received is to be looked at again. Where looking again does not help it is the message's own fault: `request/received-otherwise`. */
export class ConcurrentReception extends Error {
  override readonly name = 'ConcurrentReception';
}

/**
 * What an error out of a transaction means: `again` when the transaction should be run once more, otherwise the error to throw: a violated
 * constraint becomes the refusal the service declared for it.
 */
export function databaseFault(
  error: unknown,
  constraints: Readonly<Record<string, () => DomainError>>,
): { again: true } | { again: false; error: unknown } {
  if (error instanceof ConcurrentReception) return { again: true };
  const { code, constraint } = driverError(error);
  if (code && retried.has(code)) return { again: true };
  // The same key came twice at once: the other transaction has committed, its answer is there now.
  if (code === '23505' && constraint === 'idempotency_keys_pkey') return { again: true };
  // character_not_in_repertoire, untranslatable_character: NUL and lone surrogates
  if (code === '22021' || code === '22P05')
    return { again: false, error: requestErrors.unstorableText({ cause: error }) };
  // insufficient_privilege: a new row would lie outside of what row security lets the caller see
  if (code === '42501') return { again: false, error: requestErrors.outOfReach({ cause: error }) };
  if (isPassing(error)) return { again: false, error: requestErrors.busy({ cause: error }) };
  const refusal = constraint ? constraints[constraint] : undefined;
  if (refusal) return { again: false, error: refusal() };
  return { again: false, error };
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DomainError) return false;
  const { code } = driverError(error);
  return (
    (code !== undefined && passing.test(code)) || passingTexts.test(error.message) || isPassing(error.cause)
  );
}
