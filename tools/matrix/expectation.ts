import { reachOf, type Permission, type Person, type Reach } from '@yitu/access';
import type { Example } from './example.ts';
import type { Owner } from './objects.ts';
import { isPermission } from './operations.ts';

/**
 * What a call must come to: `allowed` (the operation decides), `forbidden` (a permission is missing), `hidden` (what it names is not seen from there),
 * `unauthenticated` (nobody is signed in), `open` (no permission is asked for).
 */
export type Expectation = 'allowed' | 'forbidden' | 'hidden' | 'unauthenticated' | 'open';

/** Whether a row is within a person's reach. What has no branch is seen by the whole agency; `own` sees only rows with the person as their owner. */
export function isVisible(
  { agencyId, branchId, userId, isBranch = false }: Owner,
  person: Person,
  reach: Reach,
): boolean {
  if (agencyId !== person.agencyId) return false;
  if (branchId === undefined || reach === 'agency') return true;
  return reach === 'branch' || isBranch ? person.branchIds.includes(branchId) : userId === person.userId;
}

const width: Record<Reach, number> = { own: 1, branch: 2, agency: 3 };

/** The narrowest reach with which a person does an operation; undefined when a permission is missing. */
export function reachFor(
  person: Person,
  access: Permission,
  { needs = [], reachBy }: Example,
): Reach | undefined {
  const reaches = [access, ...needs].map((permission) => reachOf(person, permission));
  if (reaches.includes(undefined)) return undefined;
  const asked = reachBy ? [reachOf(person, reachBy) ?? ('own' as const)] : reaches;
  return asked
    .filter((reach) => reach !== undefined)
    .toSorted((left, right) => width[left] - width[right])[0];
}

/**
 * What a person's call must come to, by what the operation declares and what the person's roles say.
 * @param named whose the things are that the call names
 */
export function expectationOf(
  person: Person,
  access: string,
  example: Example,
  named: readonly Owner[],
): Expectation {
  if (access === 'anyone' || access === 'link') return 'open';
  if (access === 'signed-in') return example.personal ? 'hidden' : 'allowed';
  if (!isPermission(access)) return 'forbidden'; // the operator's, and what only services ask
  const reach = reachFor(person, access, example);
  if (!reach) return 'forbidden';
  if (example.anothers) return 'hidden';
  if (example.wholeAgency && reach !== 'agency') return 'hidden';
  return named.every((owner) => isVisible(owner, person, reach)) ? 'allowed' : 'hidden';
}
