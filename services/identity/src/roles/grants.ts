import { holds, isKnown, nearest, reachOf, type Grant, type Principal } from '@yitu/access';
import { Type } from 'typebox';
import { errors } from '../errors.ts';

/** A permission, or a pattern such as `booking.*.read`. */
export const Pattern = Type.String({
  pattern: '^([a-z]+|\\*)\\.([a-z-]+|\\*)\\.([a-z-]+|\\*)$',
  maxLength: 100,
  description: 'service.resource.action; each part may be *',
});

export const Granted = Type.Object(
  { permission: Pattern, reach: Type.Enum(['own', 'branch', 'agency']) },
  { title: 'Grant' },
);

/** Whoever has this for the whole agency gives everything; all others give what they hold themselves. */
const giveAny = 'identity.role.give-any';

/** Whether somebody may give whatever there is. */
export const givesAny = (giver: Principal): boolean => reachOf(giver, giveAny) === 'agency';

/** Whether somebody holds what a grant permits to a person of a branch: what reaches one's own branch reaches no other. */
export function holdsAt(giver: Principal, branchId: string, grant: Grant): boolean {
  const near = giver.kind === 'person' && giver.branchIds.includes(branchId);
  return holds(giver, near ? grant : { ...grant, reach: 'agency' });
}

/**
 * Whether somebody may give these grants to a person of a branch; in a role, which says nothing of branches, to those of their own.
 * @throws identity/grant-beyond-own when one permits more than the giver may do
 */
export function checkGrants(giver: Principal, branchId: string, grants: readonly Grant[]): void {
  if (givesAny(giver)) return;
  const beyond = grants.find((grant) => !holdsAt(giver, branchId, grant));
  if (beyond) throw errors.grantBeyondOwn({ permission: beyond.permission });
}

/**
 * Whether permissions stand for something.
 * @param field JSON pointer to each of them, for the answer
 * @throws identity/unknown-permission with the nearest names for each that does not
 */
export function checkKnown(
  patterns: readonly { readonly permission: string; readonly field: string }[],
): void {
  const unknown = patterns.filter(({ permission }) => !isKnown(permission));
  const [first] = unknown;
  if (!first) return;
  const fields = unknown.map(({ permission, field }) => {
    const alike = nearest(permission).join(', ');
    const message = {
      zh: `没有“${permission}”这个权限，最接近的是：${alike}`,
      en: `there is no permission ${permission}; the nearest are: ${alike}`,
    };
    return { field, rule: 'known-permission', message };
  });
  throw errors.unknownPermission({ permission: first.permission }, { fields });
}
