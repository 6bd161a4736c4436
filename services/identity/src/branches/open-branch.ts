import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { reachOf } from '@yitu/access';
import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalText, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { Branch } from './branch.ts';

const Kind = Type.Union([Type.Literal('owned'), Type.Literal('franchise')]);
const Body = Type.Object({
  code: Type.String({ pattern: '^[A-Z0-9]{2,6}$' }),
  kind: Kind,
  parentId: Id,
  name: LocalText,
});

const BranchView = Type.Object(
  {
    id: Id,
    code: Type.String(),
    kind: Type.String(),
    parentId: Type.Union([Id, Type.Null()]),
    name: LocalText,
    version: Version,
  },
  { title: 'Branch' },
);

const view = ({ id, code, kind, parentId, name, version }: Branch): Static<typeof BranchView> => ({
  id,
  code,
  kind,
  parentId: parentId ?? null,
  name,
  version,
});

const openBranch = command(
  { permission: 'identity.branch.open' },
  async (uow, input: Static<typeof Body>) => {
    const { code, kind, parentId, name } = input;
    const [parent] = await uow.find(Branch, { id: parentId });
    if (!parent) throw errors.noSuchBranch();
    checkWithinReach(uow, parentId);
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
    return view(branch);
  },
);

/** The branches' own rows are seen by the whole agency, so what may be put below which is asked here. @throws request/out-of-reach */
function checkWithinReach({ member }: UnitOfWork, parentId: string): void {
  if (member.kind !== 'person' || reachOf(member, 'identity.branch.open') === 'agency') return;
  if (!member.branchIds.includes(parentId)) throw requestErrors.outOfReach();
}

const listBranches = query({ permission: 'identity.branch.read' }, async (uow, _input: object) => {
  const branches = await uow.find(Branch, {});
  return { branches: branches.map(view) };
});

export const branchRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/branches',
    summary: 'Open a branch below another one',
    access: 'identity.branch.open',
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
