import type { Grant, Principal } from '@yitu/access';
import type { UnitOfWork } from '@yitu/persistence';
import { LockMode } from '@mikro-orm/core';
import { inForce } from '../access/single-grants.ts';
import { roleErrors } from './errors.ts';
import type { User } from '../users/user.ts';
import { grantsOf, isBuiltIn } from './built-in.ts';
import { atThisMoment, checkGrants, givesAny, holdsAt } from './grants.ts';
import { Role } from './role.ts';

/**
 * Whether the acting person may give these roles to somebody of a branch. Roles of the agency's own stay as they are until the transaction ends.
 * @throws identity/no-such-role, identity/role-beyond-own when a role permits more than the giver may do
 */
export async function checkRoles(uow: UnitOfWork, branchId: string, roles: readonly string[]): Promise<void> {
  checkGiving(uow.member, branchId, roles, await grantsByRole(uow, roles));
}

/**
 * Whether the acting person may decide about somebody as a whole: suspend them, let them go, end their sessions. Nobody does so to people who have roles or
 * single grants they do not hold themselves.
 * @throws identity/role-beyond-own, identity/grant-beyond-own
 */
export async function checkManages(
  uow: UnitOfWork,
  { branchId, roles, grants }: Pick<User, 'branchId' | 'roles' | 'grants'>,
): Promise<void> {
  const member = atThisMoment(uow.member);
  checkGiving(member, branchId, roles, await grantsByRole(uow, roles));
  checkGrants(member, branchId, inForce(grants, uow.now).grants);
}

/** The rule of `checkRoles`. @param known what each role that exists permits @throws as there */
export function checkGiving(
  giver: Principal,
  branchId: string,
  roles: readonly string[],
  known: ReadonlyMap<string, readonly Grant[]>,
): void {
  const unknown = roles.find((role) => !known.has(role));
  if (unknown !== undefined) throw roleErrors.noSuchRole({ role: unknown });
  if (givesAny(giver)) return;
  const beyond = roles.find((role) => !known.get(role)?.every((grant) => holdsAt(giver, branchId, grant)));
  if (beyond !== undefined) throw roleErrors.roleBeyondOwn({ role: beyond });
}

/** The first of these roles that does not exist, neither built in nor as the agency's own. */
export async function findUnknownRole(
  uow: UnitOfWork,
  roles: readonly string[],
): Promise<string | undefined> {
  const own = await uow.find(Role, { code: { $in: roles.filter((role) => !isBuiltIn(role)) } });
  return roles.find((role) => !isBuiltIn(role) && !own.some(({ code }) => code === role));
}

/** What these roles permit together. */
export const grantsOfRoles = async (uow: UnitOfWork, roles: readonly string[]): Promise<Grant[]> =>
  [...(await grantsByRole(uow, roles)).values()].flat();

/** What each of these roles permits; roles that do not exist are left out. */
async function grantsByRole(
  uow: UnitOfWork,
  roles: readonly string[],
): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const own = await uow.em.find(
    Role,
    { agencyId: uow.agencyId, code: { $in: roles.filter((role) => !isBuiltIn(role)) } },
    { lockMode: LockMode.PESSIMISTIC_READ },
  );
  return new Map([
    ...roles.filter(isBuiltIn).map((role) => [role, grantsOf([role])] as const),
    ...own.map(({ code, grants }) => [code, grants] as const),
  ]);
}
