import { DomainError } from '@yitu/kernel';

/** SQLSTATE and constraint, from the driver's error or the one the ORM wrapped around it. */
export function driverError(error: unknown): { code?: string; constraint?: string } {
  if (!(error instanceof Error) || error instanceof DomainError) return {};
  const code: unknown = Reflect.get(error, 'code');
  const constraint: unknown = Reflect.get(error, 'constraint');
  if (typeof code === 'string') return { code, ...(typeof constraint === 'string' && { constraint }) };
  return error.cause === undefined ? {} : driverError(error.cause);
}

/**
 * An error in a line that may be kept and shown: the database's own messages quote rows and statements, so of those only the code and the
 * constraint are told.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, constraint } = driverError(error);
  if (code === undefined || error instanceof DomainError) return `${error.name}: ${error.message}`;
  return [error.name, code, constraint].filter(Boolean).join(' ');
}
