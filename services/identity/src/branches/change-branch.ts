import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { branchErrors } from './errors.ts';
import { Branch, branchView, BranchView } from './branch.ts';
import { checkParent, checkReach, lockTree } from './tree.ts';

const permission = 'identity.branch.change';
const Body = Type.Partial(Type.Object({ name: LocalText, parentId: Id }));

type Wish = Static<typeof Body> & { branchId: string; version: number };

/** Another name or another place in the tree. Who sees what changes with the place, for everybody above and below at once. */
const changeBranch = command({ permission }, async (uow, { branchId, version, name, parentId }: Wish) => {
  const tree = await lockTree(uow);
  const branch = await uow.lock(Branch, branchId, version);
  if (branch.state === 'closed') throw branchErrors.branchClosed();
  checkReach(uow.member, permission, [branchId]);
  if (parentId !== undefined && parentId !== branch.parentId) {
    if (branch.kind === 'headquarters') throw branchErrors.headquartersStays();
    checkReach(uow.member, permission, [parentId]);
    checkParent(branch, parentId, tree);
    branch.parentId = parentId;
  }
  if (name) branch.name = name;
  publishBranch(uow, branch);
  return branchView(branch);
});

function publishBranch(uow: UnitOfWork, branch: Branch): void {
  const { id: branchId, code, kind, parentId, name } = branch;
  uow.publish(branch, events.branchChanged, { branchId, code, kind, parentBranchId: parentId ?? '', name });
}

const closeBranch = command(
  { permission },
  async (uow, { branchId, version }: Pick<Wish, 'branchId' | 'version'>) => {
    const tree = await lockTree(uow);
    const branch = await uow.lock(Branch, branchId, version);
    checkReach(uow.member, permission, [branchId]);
    if (branch.kind === 'headquarters') throw branchErrors.headquartersStays();
    if (branch.state === 'closed') throw branchErrors.branchClosed();
    if (tree.some(({ parentId, state }) => parentId === branchId && state === 'open'))
      throw branchErrors.branchHasBranches();
    if (await hasStaff(uow, branchId)) throw branchErrors.branchHasStaff();
    branch.state = 'closed';
    uow.publish(branch, events.branchClosed, { branchId });
    return branchView(branch);
  },
);

/** Also people who are suspended: they may come back. */
async function hasStaff(uow: UnitOfWork, branchId: string): Promise<boolean> {
  const [row] = await uow.rows<{ any: boolean }>(
    `select exists (
       select from identity.users where agency_id = ? and branch_id = ? and account = 'staff' and state <> 'departed'
     ) as "any"`,
    [uow.agencyId, branchId],
  );
  return row?.any ?? true;
}

const params = Type.Object({ branchId: Id });

export const changeBranchRoutes = () => [
  route({
    method: 'PATCH',
    path: '/v1/branches/:branchId',
    summary: 'Give a branch another name, or move it below another one; its code stays',
    access: permission,
    params,
    body: Body,
    result: BranchView,
    versioned: true,
    handle: (call, { params: { branchId }, body, version }) =>
      changeBranch(call, { ...body, branchId, version }),
  }),
  route({
    method: 'POST',
    path: '/v1/branches/:branchId/closing',
    summary: 'Close a branch without staff and without open branches below',
    access: permission,
    params,
    result: BranchView,
    versioned: true,
    handle: (call, { params: { branchId }, version }) => closeBranch(call, { branchId, version }),
  }),
];
