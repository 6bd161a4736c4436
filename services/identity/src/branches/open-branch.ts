import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, query } from '@yitu/persistence';
import { Id, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Branch, branchView, BranchView } from './branch.ts';
import { checkParent, checkReach, lockTree } from './tree.ts';

const Kind = Type.Union([Type.Literal('owned'), Type.Literal('franchise')]);
const Body = Type.Object({
  code: Type.String({ pattern: '^[A-Z0-9]{2,6}$' }),
  kind: Kind,
  parentId: Id,
  name: LocalText,
});

const permission = 'identity.branch.open';

const openBranch = command({ permission }, async (uow, input: Static<typeof Body>) => {
  const { code, kind, parentId, name } = input;
  checkReach(uow.member, permission, [parentId]);
  checkParent({ kind }, parentId, await lockTree(uow));
  const branch = uow.add(
    uow.em.create(Branch, {
      agencyId: uow.agencyId,
      id: newId(),
      code,
      kind,
      parentId,
      name,
      version: 0,
      createdAt: uow.now,
    }),
  );
  uow.publish(branch, events.branchOpened, {
    branchId: branch.id,
    code,
    kind,
    parentBranchId: parentId,
    name,
  });
  return branchView(branch);
});

const listBranches = query({ permission: 'identity.branch.read' }, async (uow, _input: object) => {
  const branches = await uow.find(Branch, {});
  return { branches: branches.map(branchView) };
});

export const branchRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/branches',
    summary: 'Open a branch below another one',
    access: permission,
    body: Body,
    result: BranchView,
    status: 201,
    handle: (call, { body }) => openBranch(call, body),
  }),
  route({
    method: 'GET',
    path: '/v1/branches',
    summary: 'All branches of the agency',
    access: 'identity.branch.read',
    result: Type.Object({ branches: Type.Array(BranchView) }),
    handle: (call) => listBranches(call, {}),
  }),
];
