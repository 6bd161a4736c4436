import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { inForce } from '../access/single-grants.ts';
import { checkReach, openBranchOf } from '../branches/tree.ts';
import { errors } from '../errors.ts';
import { checkManages, checkRoles } from '../roles/give-roles.ts';
import { checkGrants } from '../roles/grants.ts';
import { publishAccessChange } from './change-access.ts';
import { User, userView, UserView } from './user.ts';

interface Wish {
  userId: string;
  branchId: string;
  version: number;
}

/**
 * A member of staff works at another branch from now on; what they did stays where it was.
 * @throws request/out-of-reach for a branch the permission does not reach
 */
const moveUser = command(
  { permission: 'identity.user.change' },
  async (uow, { userId, branchId, version }: Wish) => {
    if (userId === uow.userId) throw errors.notYourself();
    const user = await uow.lock(User, userId, version);
    if (user.account !== 'staff') throw errors.notOnTheStaff();
    if (user.state === 'departed') throw errors.departed();
    await checkManages(uow, user);
    checkReach(uow.member, 'identity.user.change', [branchId]);
    // What they may do reaches another branch with them: that is giving it there.
    await checkRoles(uow, branchId, user.roles);
    checkGrants(uow.member, branchId, inForce(user.grants, uow.now).grants);
    await openBranchOf(uow, branchId);
    user.branchId = branchId;
    publishAccessChange(uow, user);
    return userView(user);
  },
);

export const moveUserRoute = () =>
  route({
    method: 'PUT',
    path: '/v1/users/:userId/branch',
    summary: 'Have a member of staff work at another branch',
    access: 'identity.user.change',
    params: Type.Object({ userId: Id }),
    body: Type.Object({ branchId: Id }),
    result: UserView,
    versioned: true,
    handle: (call, { params: { userId }, body: { branchId }, version }) =>
      moveUser(call, { userId, branchId, version }),
  });
