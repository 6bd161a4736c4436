import { accessErrors, forbidden } from './errors.ts';
import { matches, overlaps } from './patterns.ts';
import { nameOf } from './permission-names.ts';
import type { Grant, Member, Permission, Person, Principal, Reach } from './principal.ts';

const width: Record<Reach, number> = { own: 1, branch: 2, agency: 3 };

/**
 * How far a principal may go with a permission; undefined when not at all. Denials win over grants; of several grants the widest counts.
 * A service acts for the agency as a whole: that it may call at all is declared by the rpc and checked at the door.
 */
export function reachOf(principal: Principal, permission: Permission): Reach | undefined {
  if (principal.kind === 'service') return 'agency';
  if (principal.kind === 'link') return principal.permission === permission ? 'agency' : undefined;
  return principal.kind === 'person' ? reachOfPerson(principal, permission) : undefined;
}

function reachOfPerson(person: Person, permission: Permission): Reach | undefined {
  if (person.denials.some((pattern) => matches(pattern, permission))) return undefined;
  return person.grants
    .filter((grant) => matches(grant.permission, permission))
    .map((grant) => grant.reach)
    .reduce<Reach | undefined>(
      (most, reach) => (most && width[most] >= width[reach] ? most : reach),
      undefined,
    );
}

/** Whether a person holds all that a grant permits, at its reach or a wider one and as long or longer, with nothing of it denied to them. */
export function holds(person: Principal, grant: Grant): boolean {
  if (person.kind !== 'person') return false;
  const { permission, reach } = grant;
  if (person.denials.some((denial) => overlaps(denial, permission))) return false;
  return person.grants.some(
    (own) => width[own.reach] >= width[reach] && matches(own.permission, permission) && lasts(own, grant),
  );
}

/** Whether a grant does not end before another one does. */
const lasts = ({ until: end }: Grant, { until: wanted }: Grant): boolean =>
  end === undefined || (wanted !== undefined && Temporal.Instant.compare(wanted, end) <= 0);

/** A principal who acts within an agency. @throws access/unauthenticated for anybody else */
export function requireMember(principal: Principal): Member {
  if (principal.kind === 'anonymous' || principal.kind === 'operator') throw accessErrors.unauthenticated();
  return principal;
}

/** @returns the reach @throws access/unauthenticated, access/forbidden naming the permission */
export function requirePermission(
  principal: Principal,
  permission: Permission,
): { member: Member; reach: Reach } {
  const member = requireMember(principal);
  const reach = reachOf(member, permission);
  if (!reach) throw forbidden(permission, nameOf(permission));
  return { member, reach };
}
