import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Branch } from '../branches/branch.ts';
import { errors } from '../errors.ts';
import { checkRoles } from '../roles/give-roles.ts';
import { checkPassword, Email, Password, UserName } from './credentials.ts';
import { hashPassword } from './passwords.ts';
import { User, userView, UserView } from './user.ts';

const Body = Type.Object({
  branchId: Id,
  userName: UserName,
  email: Email,
  displayName: Type.String({ minLength: 1, maxLength: 100 }),
  locale: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
  roles: Type.Array(Type.String(), { minItems: 1, maxItems: 15, uniqueItems: true }),
  password: Password,
});

type Input = Omit<Static<typeof Body>, 'password'> & { passwordHash: string };

const addUser = command({ permission: 'identity.user.add' }, async (uow, input: Input) => {
  await checkRoles(uow, input.roles);
  const [branch] = await uow.find(Branch, { id: input.branchId });
  if (!branch) throw errors.noSuchBranch();
  const created = { agencyId: uow.agencyId, id: newId(), version: 0, createdAt: uow.now };
  const user = uow.add(uow.em.create(User, { ...created, ...input, grants: [], denials: [], active: true }));
  uow.publish(user, events.userAdded, { userId: user.id, branchId: user.branchId, roles: user.roles });
  return userView(user);
});

async function hashThenAdd(call: Call, { password, ...person }: Static<typeof Body>) {
  checkPassword({ userName: person.userName, password });
  return addUser(call, { ...person, passwordHash: await hashPassword(password) });
}

export const addUserRoute = () =>
  route({
    method: 'POST',
    path: '/v1/users',
    summary: 'Add a member of staff',
    access: 'identity.user.add',
    body: Body,
    result: UserView,
    status: 201,
    handle: (call, { body }) => hashThenAdd(call, body),
  });
