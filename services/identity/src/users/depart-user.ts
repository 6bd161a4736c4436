import type { Member } from '@yitu/access';
import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { lockFirst } from '../lock-first.ts';
import { checkManages } from '../roles/give-roles.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { keepAdministrator } from './administrators.ts';
import { setState } from './states.ts';
import { User, userView, UserView } from './user.ts';

interface Wish {
  userId: string;
  successorId: string;
  version: number;
}

/** A member of staff leaves: their account stays for the records, and whoever follows looks after what was theirs. */
const depart = command(
  { permission: 'identity.user.change' },
  async (uow, { userId, successorId, version }: Wish) => {
    const user = await uow.lock(User, userId, version);
    const successor = await lockFirst(uow, User, { id: successorId });
    decideDeparture(uow.member, user, successor);
    await checkManages(uow, user);
    setState(user, 'departed');
    user.departedAt = uow.now;
    user.successorId = successorId;
    const { branchId } = user;
    uow.publish(user, events.userDeparted, { userId, successorUserId: successorId, branchId });
    await endSessions(uow, { userId });
    await keepAdministrator(uow);
    return userView(user);
  },
);

type Person = Pick<User, 'id' | 'account' | 'active' | 'roles'>;

/**
 * @param successor undefined where there is none within reach
 * @throws identity/not-yourself, not-on-the-staff, no-such-successor
 */
function decideDeparture(by: Member, user: Person, successor: Person | undefined): void {
  if (by.kind === 'person' && by.userId === user.id) throw errors.notYourself();
  if (user.account !== 'staff') throw errors.notOnTheStaff();
  if (!successor?.active || successor.account !== 'staff' || successor.id === user.id)
    throw errors.noSuchSuccessor();
}

export const departUserRoute = () =>
  route({
    method: 'POST',
    path: '/v1/users/:userId/departure',
    summary: 'A member of staff leaves and hands over to somebody else',
    access: 'identity.user.change',
    params: Type.Object({ userId: Id }),
    body: Type.Object({ successorId: Id }),
    result: UserView,
    versioned: true,
    handle: (call, { params: { userId }, body: { successorId }, version }) =>
      depart(call, { userId, successorId, version }),
  });
