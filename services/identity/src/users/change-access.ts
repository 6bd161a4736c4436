import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { checkManages, checkRoles } from '../roles/give-roles.ts';
import { requireCourses } from '../roles/required-courses/require-courses.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { keepAdministrator } from './administrators.ts';
import { setState } from './states.ts';
import { User, userView, UserView } from './user.ts';

interface Target {
  userId: string;
  version: number;
}

/** What API clients may do is changed at /v1/clients. */
const notClients = { account: { $ne: 'client' } } as const;

/** Every change of what a user may do is told at once, so that no service goes on with what it remembers. */
export function publishAccessChange(uow: UnitOfWork, user: User): void {
  const { id, branchId, roles, active } = user;
  uow.publish(user, events.userAccessChanged, { userId: id, branchId, roles, active });
}

/** Suspends a user or lets them in again. @throws identity/departed */
export function setUserActive(uow: UnitOfWork, user: User, active: boolean): void {
  setState(user, active ? 'active' : 'suspended');
  publishAccessChange(uow, user);
}

const changeRoles = command(
  { permission: 'identity.user.change' },
  async (uow, { userId, version, roles }: Target & { roles: string[] }) => {
    if (userId === uow.userId) throw errors.notYourself();
    const user = await uow.lock(User, { id: userId, ...notClients }, version);
    await checkRoles(uow, user.branchId, roles);
    await checkManages(uow, user); // nobody takes from others what they could not give them
    if (user.state === 'departed') throw errors.departed();
    if (user.account !== 'staff') throw errors.notOnTheStaff();
    const added = roles.filter((role) => !user.roles.includes(role));
    await requireCourses(uow, userId, added); // what somebody holds they keep, see lapsed-roles.ts
    user.roles = roles;
    publishAccessChange(uow, user);
    await keepAdministrator(uow);
    return userView(user);
  },
);

const setActive = command(
  { permission: 'identity.user.change' },
  async (uow, { userId, version, active }: Target & { active: boolean }) => {
    if (userId === uow.userId) throw errors.notYourself();
    const user = await uow.lock(User, { id: userId, ...notClients }, version);
    await checkManages(uow, user); // as above
    setUserActive(uow, user, active);
    if (!active) {
      await endSessions(uow, { userId });
      await keepAdministrator(uow);
    }
    return userView(user);
  },
);

const params = Type.Object({ userId: Id });

export const changeAccessRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/users/:userId/roles',
    summary: 'Give a member of staff other roles',
    access: 'identity.user.change',
    params,
    body: Type.Object({ roles: Type.Array(Type.String(), { minItems: 1, maxItems: 15, uniqueItems: true }) }),
    result: UserView,
    versioned: true,
    handle: (call, { params: { userId }, body: { roles }, version }) =>
      changeRoles(call, { userId, version, roles }),
  }),
  route({
    method: 'PUT',
    path: '/v1/users/:userId/active',
    summary: 'Suspend a member of staff, or let them in again',
    access: 'identity.user.change',
    params,
    body: Type.Object({ active: Type.Boolean() }),
    result: UserView,
    versioned: true,
    handle: (call, { params: { userId }, body: { active }, version }) =>
      setActive(call, { userId, version, active }),
  }),
];
