import type { Grant } from '@yitu/access';
import { command, query, type UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { roleErrors } from '../roles/errors.ts';
import { checkManages } from '../roles/give-roles.ts';
import { checkGrants, checkKnown, Granted, Pattern } from '../roles/grants.ts';
import { keepAdministrator } from './administrators.ts';
import { publishAccessChange } from './change-access.ts';
import { User } from './user.ts';

const SingleGrant = Type.Object({
  ...Granted.properties,
  until: Type.Optional({ ...InstantText, description: 'When it ends by itself; never when left out' }),
});

const Body = Type.Object({
  grants: Type.Array(SingleGrant, { maxItems: 100 }),
  denials: Type.Array(Pattern, { maxItems: 100, uniqueItems: true, description: 'They win over all grants' }),
});

const Access = Type.Object(
  {
    userId: Id,
    roles: Type.Array(Type.String()),
    grants: Type.Array(SingleGrant),
    denials: Type.Array(Type.String()),
    version: Version,
  },
  { title: 'Access' },
);

const view = ({ id, roles, grants, denials, version }: User): Static<typeof Access> => ({
  userId: id,
  roles,
  grants: grants.map((grant) => ({ ...grant })),
  denials,
  version,
});

interface Change extends Static<typeof Body> {
  userId: string;
  version: number;
}

/** Sets what one user may do beside their roles, and what they may not whatever their roles say. */
const changeGrants = command(
  { permission: 'identity.user.change' },
  async (uow, { userId, version, grants, denials }: Change) => {
    if (userId === uow.userId) throw errors.notYourself();
    checkKnown([
      ...grants.map(({ permission }, at) => ({ permission, field: `/body/grants/${at}/permission` })),
      ...denials.map((permission, at) => ({ permission, field: `/body/denials/${at}` })),
    ]);
    checkEnds(uow, grants);
    const user = await uow.lock(User, { id: userId, account: { $ne: 'client' } }, version);
    // Nobody gives what they do not hold, or longer than they hold it, nor takes from others what they could not give them.
    await checkManages(uow, user);
    checkGrants(uow.member, user.branchId, [...user.grants, ...grants]);
    if (user.state === 'departed') throw errors.departed();
    Object.assign(user, { grants, denials });
    publishAccessChange(uow, user);
    await keepAdministrator(uow);
    return view(user);
  },
);

/** @throws identity/grant-ends-before-now */
function checkEnds({ now }: UnitOfWork, grants: readonly Grant[]): void {
  const over = grants.some(({ until }) => until && Temporal.Instant.compare(until, now) <= 0);
  if (over) throw roleErrors.grantEndsBeforeNow();
}

const getAccess = query({ permission: 'identity.user.read' }, async (uow, userId: string) =>
  view(await uow.get(User, userId)),
);

const params = Type.Object({ userId: Id });

export const changeGrantsRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/users/:userId/grants',
    summary: 'What one member of staff may do, beside their roles and against them',
    access: 'identity.user.read',
    params,
    result: Access,
    handle: (call, { params: { userId } }) => getAccess(call, userId),
  }),
  route({
    method: 'PUT',
    path: '/v1/users/:userId/grants',
    summary: 'Grant or deny single permissions to a member of staff',
    access: 'identity.user.change',
    params,
    body: Body,
    result: Access,
    versioned: true,
    handle: (call, { params: { userId }, body, version }) => changeGrants(call, { userId, version, ...body }),
  }),
];
