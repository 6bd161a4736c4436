import { DomainError } from '@yitu/kernel';
import { requestErrors } from './errors.ts';

const retried = new Set(['40001', '40P01']); // serialization_failure, deadlock_detected

/**
 * What an error out of a transaction means: `again` when the transaction should be run once more, otherwise the error to throw: a violated
 * constraint becomes the refusal the service declared for it.
 */
export function databaseFault(
  error: unknown,
  constraints: Readonly<Record<string, () => DomainError>>,
): { again: true } | { again: false; error: unknown } {
  const { code, constraint } = driverError(error);
  if (code && retried.has(code)) return { again: true };
  // The same key came twice at once: the other transaction has committed, its answer is there now.
  if (code === '23505' && constraint === 'idempotency_keys_pkey') return { again: true };
  // character_not_in_repertoire, untranslatable_character: NUL and lone surrogates
  if (code === '22021' || code === '22P05')
    return { again: false, error: requestErrors.unstorableText({ cause: error }) };
  // insufficient_privilege: a new row would lie outside of what row security lets the caller see
  if (code === '42501') return { again: false, error: requestErrors.outOfReach({ cause: error }) };
  const refusal = constraint ? constraints[constraint] : undefined;
  if (refusal) return { again: false, error: refusal() };
  return { again: false, error };
}

/** SQLSTATE and constraint, from the driver's error or the one the ORM wrapped around it. */
function driverError(error: unknown): { code?: string; constraint?: string } {
  if (!(error instanceof Error) || error instanceof DomainError) return {};
  const code: unknown = Reflect.get(error, 'code');
  const constraint: unknown = Reflect.get(error, 'constraint');
  if (typeof code === 'string') return { code, ...(typeof constraint === 'string' && { constraint }) };
  return error.cause === undefined ? {} : driverError(error.cause);
}
