import { reachOf, type Member, type Permission } from '@yitu/access';
import { requestErrors, type UnitOfWork } from '@yitu/persistence';
import { branchErrors } from './errors.ts';
import { Agency } from '../agencies/agency.ts';
import { Branch } from './branch.ts';

/** What the shape of the tree depends on. */
export type TreeBranch = Pick<Branch, 'id' | 'kind' | 'parentId' | 'state'>;

/**
 * Whether a branch can stand below another one. A franchise holder runs a business of their own: the agency puts no branch of its own under them,
 * where they would see its customers; they may have franchises below (sub-franchise). A branch is never below itself.
 * @param branch undefined id for one that does not exist yet
 * @throws identity/no-such-branch, branch-closed, owned-below-franchise, branch-below-itself
 */
export function checkParent(
  branch: { id?: string; kind: Branch['kind'] },
  parentId: string,
  all: readonly TreeBranch[],
): void {
  const known = new Map(all.map((one) => [one.id, one]));
  const parent = known.get(parentId);
  if (!parent) throw branchErrors.noSuchBranch();
  if (parent.state === 'closed') throw branchErrors.branchClosed();
  if (parent.kind === 'franchise' && branch.kind !== 'franchise') throw branchErrors.ownedBelowFranchise();
  for (let above: TreeBranch | undefined = parent; above; above = known.get(above.parentId ?? ''))
    if (above.id === branch.id) throw branchErrors.branchBelowItself();
}

/** All branches, of which none changes its place until the transaction ends: two moves at once could make a circle. */
export async function lockTree(uow: UnitOfWork): Promise<Branch[]> {
  await uow.rows('select from identity.agencies where agency_id = ? for update', [uow.agencyId]);
  return uow.find(Branch, {});
}

/** Branches are seen by the whole agency; what changes them has a reach all the same. @throws request/out-of-reach */
export function checkReach(member: Member, permission: Permission, branchIds: readonly string[]): void {
  const reach = reachOf(member, permission);
  if (reach === 'agency') return;
  const own = member.kind === 'person' && reach === 'branch' ? member.branchIds : [];
  if (!branchIds.every((id) => own.includes(id))) throw requestErrors.outOfReach();
}

/** An open branch of the agency, for something new of it: it stays open until the transaction ends. @throws identity/no-such-branch, branch-closed */
export async function openBranchOf(uow: UnitOfWork, branchId: string): Promise<Branch> {
  await uow.rows('select from identity.branches where agency_id = ? and id = ? for share', [
    uow.agencyId,
    branchId,
  ]);
  const [branch] = await uow.find(Branch, { id: branchId });
  if (!branch) throw branchErrors.noSuchBranch();
  if (branch.state === 'closed') throw branchErrors.branchClosed();
  return branch;
}

/** The agency's country, for phone numbers. */
export const countryOf = async (uow: UnitOfWork): Promise<string> =>
  (await uow.get(Agency, uow.agencyId)).country;
