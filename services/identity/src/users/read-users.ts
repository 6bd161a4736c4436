import { identity } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { Id, route, rpc } from '@yitu/runtime';
import { Type } from 'typebox';
import { User, userView, UserView } from './user.ts';

/** API clients have users too, but they are nobody to assign work or write to. */
const notClients = { account: { $ne: 'client' } } as const;

const listUsers = query(
  { permission: 'identity.user.read' },
  async (uow, { branchId }: { branchId?: string | undefined }) => {
    const users = await uow.find(User, { ...notClients, ...(branchId && { branchId }) });
    return { users: users.map(userView) };
  },
);

const getUser = query({ permission: 'identity.user.read' }, async (uow, userId: string) =>
  uow.get(User, { id: userId, ...notClients }),
);

export const readUserRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/users',
    summary: 'Members of staff within reach',
    access: 'identity.user.read',
    query: Type.Object({ branchId: Type.Optional(Id) }),
    result: Type.Object({ users: Type.Array(UserView) }),
    handle: (call, { query: { branchId } }) => listUsers(call, { branchId }),
  }),
  route({
    method: 'GET',
    path: '/v1/users/:userId',
    summary: 'One member of staff',
    access: 'identity.user.read',
    params: Type.Object({ userId: Id }),
    result: UserView,
    handle: async (call, { params }) => userView(await getUser(call, params.userId)),
  }),
];

/** A member of staff, for services that assign work or write to them. */
export const getStaffMemberRpc = () =>
  rpc(identity.StaffServiceService.getStaffMember, async (call, { userId }) => {
    const user = await getUser(call, userId);
    const { branchId, displayName, email, locale, roles, active, account } = user;
    return {
      userId,
      branchId,
      displayName,
      email,
      locale,
      roles,
      active,
      account,
      mobile: user.mobile ?? '',
    };
  });
