import type { UnitOfWork } from '@yitu/persistence';
import { errors } from '../errors.ts';
import { isBuiltIn } from './built-in.ts';
import { Role } from './role.ts';

/** Whether roles exist, built in or the agency's own. @throws identity/no-such-role naming the first that does not */
export async function requireKnownRoles(uow: UnitOfWork, roles: readonly string[]): Promise<void> {
  const wanted = roles.filter((role) => !isBuiltIn(role));
  if (wanted.length === 0) return;
  const own = new Set((await uow.find(Role, { code: { $in: wanted } })).map(({ code }) => code));
  const unknown = wanted.find((role) => !own.has(role));
  if (unknown !== undefined) throw errors.noSuchRole({ role: unknown });
}
