import type { DomainError } from '@yitu/kernel';
import { httpErrors, serviceUnavailable } from '@yitu/runtime/http-only';
import { errors } from '../errors.ts';

/**
 * What to answer when a service did not: 504 when it took too long, 400 when the request itself can't be sent on, otherwise 503. Whether the service
 * has done what was asked is unknown in the first and the last case.
 */
export function refusalOfFailure(service: string, error: unknown): DomainError {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (error instanceof Error && error.name === 'TimeoutError') return errors.timeout({ cause: error });
  if (code === 'UND_ERR_INVALID_ARG') return httpErrors.malformed({ cause: error });
  return serviceUnavailable(service, error);
}
