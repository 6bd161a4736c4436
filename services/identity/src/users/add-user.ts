import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkReach, countryOf, openBranchOf } from '../branches/tree.ts';
import { checkRoles } from '../roles/give-roles.ts';
import { requireCourses } from '../roles/required-courses/require-courses.ts';
import type { CheckPassword } from '../password-rules/check-password.ts';
import { DisplayName, Email, Locale, Password, Roles, UserName } from './credentials.ts';
import { Mobile, mobileOf } from './mobile.ts';
import { hashPassword } from './passwords.ts';
import { User, userView, UserView } from './user.ts';

const Body = Type.Object({
  branchId: Id,
  userName: UserName,
  email: Email,
  mobile: Type.Optional(Mobile),
  displayName: DisplayName,
  locale: Locale,
  roles: Roles,
  password: Password,
});

type Input = Omit<Static<typeof Body>, 'password'> & { passwordHash: string };

const addUser = command({ permission: 'identity.user.add' }, async (uow, input: Input) => {
  checkReach(uow.member, 'identity.user.add', [input.branchId]);
  await checkRoles(uow, input.branchId, input.roles);
  await openBranchOf(uow, input.branchId);
  const mobile = input.mobile === undefined ? null : mobileOf(input.mobile, await countryOf(uow));
  await requireCourses(uow, undefined, input.roles);
  const created = { agencyId: uow.agencyId, id: newId(), version: 0, createdAt: uow.now };
  const user = uow.add(
    uow.em.create(User, { ...created, ...input, mobile, grants: [], denials: [], active: true }),
  );
  uow.publish(user, events.userAdded, {
    userId: user.id,
    branchId: user.branchId,
    roles: user.roles,
    account: 'staff',
  });
  return userView(user);
});

async function hashThenAdd(
  call: Call,
  checkPassword: CheckPassword,
  { password, ...person }: Static<typeof Body>,
) {
  await checkPassword({ password, about: [person.userName, person.displayName, person.email] });
  return addUser(call, { ...person, passwordHash: await hashPassword(password) });
}

export const addUserRoute = (checkPassword: CheckPassword) =>
  route({
    method: 'POST',
    path: '/v1/users',
    summary: 'Add a member of staff',
    access: 'identity.user.add',
    body: Body,
    result: UserView,
    status: 201,
    handle: (call, { body }) => hashThenAdd(call, checkPassword, body),
  });
