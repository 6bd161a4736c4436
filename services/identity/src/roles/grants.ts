import { holds, isKnown, nearest, type Grant, type Member, type Principal } from '@yitu/access';
import { Type } from 'typebox';
import { roleErrors } from './errors.ts';

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

/** Whether somebody may give whatever there is. @param until when what is given ends: nobody gives it for longer than they may give */
export const givesAny = (giver: Principal, until?: string): boolean =>
  holds(giver, { permission: giveAny, reach: 'agency', ...(until !== undefined && { until }) });

/** Whether somebody holds what a grant permits to a person of a branch: what reaches one's own branch reaches no other. */
export function holdsAt(giver: Principal, branchId: string, grant: Grant): boolean {
  const near = giver.kind === 'person' && giver.branchIds.includes(branchId);
  return holds(giver, near ? grant : { ...grant, reach: 'agency' });
}

/** Somebody as they are at this moment: for what is done now and gives nothing that outlasts it, the ends of their own grants do not count. */
export const atThisMoment = (member: Member): Member =>
  member.kind === 'person'
    ? { ...member, grants: member.grants.map(({ permission, reach }) => ({ permission, reach })) }
    : member;

/**
 * Whether somebody may give these grants to a person of a branch; in a role, which says nothing of branches, to those of their own.
 * @throws identity/grant-beyond-own when one permits more than the giver may do
 */
export function checkGrants(giver: Principal, branchId: string, grants: readonly Grant[]): void {
  const beyond = grants.find((grant) => !givesAny(giver, grant.until) && !holdsAt(giver, branchId, grant));
  if (beyond) throw roleErrors.grantBeyondOwn({ permission: beyond.permission });
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
  throw roleErrors.unknownPermission({ permission: first.permission }, { fields });
}
