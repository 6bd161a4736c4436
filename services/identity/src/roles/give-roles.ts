import { reachOf, type Grant, type Principal, type Reach } from '@yitu/access';
import { errors } from '../errors.ts';
import { grantsOf, isRole } from './built-in.ts';

const widest: Record<Reach, number> = { own: 1, branch: 2, agency: 3 };

/** Whoever has this for the whole agency gives every role; all others give what they hold themselves. */
export const giveAny = 'identity.role.give-any';

/**
 * Whether somebody may give these roles to somebody else.
 * @throws identity/no-such-role, identity/role-beyond-own when a role permits more than the giver may do
 */
export function checkRoles(giver: Principal, roles: readonly string[]): void {
  const unknown = roles.find((role) => !isRole(role));
  if (unknown !== undefined) throw errors.noSuchRole({ role: unknown });
  if (reachOf(giver, giveAny) === 'agency') return;
  const beyond = roles.find((role) => !grantsOf([role]).every((grant) => holds(giver, grant)));
  if (beyond !== undefined) throw errors.roleBeyondOwn({ role: beyond });
}

/** Whether a person holds all that a grant permits, at its reach or a wider one, with nothing of it denied to them. */
export function holds(person: Principal, { permission, reach }: Grant): boolean {
  if (person.kind !== 'person') return false;
  if (person.denials.some((denial) => overlaps(denial, permission))) return false;
  return person.grants.some(
    (own) => widest[own.reach] >= widest[reach] && covers(own.permission, permission),
  );
}

const pairs = (left: string, right: string): [string, string | undefined][] => {
  const parts = right.split('.');
  return left.split('.').map((part, index) => [part, parts[index]]);
};

/** Whether every permission of the second pattern is one of the first. */
const covers = (wide: string, narrow: string) =>
  pairs(wide, narrow).every(([left, right]) => left === '*' || left === right);

/** Whether two patterns have a permission in common. */
const overlaps = (one: string, other: string) =>
  pairs(one, other).every(([left, right]) => left === '*' || right === '*' || left === right);
