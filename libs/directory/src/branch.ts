import { reachOf, type Permission } from '@yitu/access';
import type { Texts } from '@yitu/kernel';
import { requestErrors, type UnitOfWork } from '@yitu/persistence';
import { directoryErrors } from './errors.ts';

export interface Branch {
  readonly id: string;
  /** Part of the numbers of what the branch does. */
  readonly code: string;
  readonly name: Texts;
  /** Nothing new belongs to it. */
  readonly closed: boolean;
}

/** One branch of the agency; undefined when it is not known here. */
async function findBranch(uow: UnitOfWork, branchId: string): Promise<Branch | undefined> {
  const [branch] = await uow.rows<Branch>(
    `select id, code, name, closed from "${uow.schema}".branches where agency_id = ? and id = ?`,
    [uow.agencyId, branchId],
  );
  return branch;
}

/** One branch that exists. @throws directory/branch-unknown until identity's event has arrived */
export async function branchOf(uow: UnitOfWork, branchId: string): Promise<Branch> {
  const branch = await findBranch(uow, branchId);
  if (!branch) throw directoryErrors.branchUnknown();
  return branch;
}

/** Nothing new belongs to a branch that is closed. @throws directory/branch-closed */
export async function checkBranchOpen(uow: UnitOfWork, branchId: string): Promise<void> {
  if ((await findBranch(uow, branchId))?.closed) throw directoryErrors.branchClosed();
}

/**
 * The branch something new belongs to: the acting person's own unless another one is named.
 * @throws request/out-of-reach for a branch the permission does not reach, directory/no-such-branch, directory/branch-closed
 */
export async function branchForNew(uow: UnitOfWork, permission: Permission, named?: string): Promise<string> {
  const { member } = uow;
  if (member.kind !== 'person') throw new Error(`${permission} is used by persons`);
  const branchId = named ?? member.branchId;
  const own = named === undefined || member.branchIds.includes(named);
  if (!own && reachOf(member, permission) !== 'agency') throw requestErrors.outOfReach();
  const branch = await findBranch(uow, branchId);
  // One's own branch exists; that identity told of it may not have arrived yet.
  if (!branch && !own) throw directoryErrors.noSuchBranch();
  if (branch?.closed) throw directoryErrors.branchClosed();
  return branchId;
}
