import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { LocalText, route } from '@yitu/runtime';
import type { Grant } from '@yitu/access';
import { Type, type Static } from 'typebox';
import { roleErrors } from './errors.ts';
import { builtInRoles, isBuiltIn } from './built-in.ts';
import { checkGrants, checkKnown, Granted } from './grants.ts';
import { ownBranch, requireWholeAgency, Role, RoleView, roleView } from './role.ts';

const Body = Type.Object({
  code: Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$', description: 'Never changes, e.g. night-desk' }),
  name: LocalText,
  copyOf: Type.Optional(Type.String({ maxLength: 40, description: 'Code of the role to begin with' })),
  grants: Type.Optional(
    Type.Array(Granted, { maxItems: 300, description: 'Those of the copied role when left out' }),
  ),
});

/** Makes a role of the agency's own, from scratch or as a copy, which no longer follows what it was copied from. */
const createRole = command(
  { permission: 'identity.role.change' },
  async (uow, { code, name, copyOf, grants: given }: Static<typeof Body>) => {
    requireWholeAgency(uow, 'identity.role.change');
    if (isBuiltIn(code)) throw roleErrors.roleCodeTaken();
    const copied = copyOf === undefined ? [] : await grantsOfRole(uow, copyOf);
    const grants = given ?? [...copied];
    checkKnown(
      grants.map(({ permission }, index) => ({ permission, field: `/body/grants/${index}/permission` })),
    );
    checkGrants(uow.member, ownBranch(uow), grants);
    const role = uow.add(
      uow.em.create(Role, {
        ...{ agencyId: uow.agencyId, id: newId(), code, name, grants, copyOf: copyOf ?? null },
        ...{ version: 0, createdAt: uow.now },
      }),
    );
    uow.publish(role, events.roleCreated, { roleId: role.id, code });
    return roleView(role);
  },
);

/** @throws identity/no-such-role */
async function grantsOfRole(uow: UnitOfWork, code: string): Promise<readonly Grant[]> {
  if (isBuiltIn(code)) return builtInRoles[code]?.grants ?? [];
  const [role] = await uow.find(Role, { code });
  if (!role) throw roleErrors.noSuchRole({ role: code });
  return role.grants;
}

export const createRoleRoute = () =>
  route({
    method: 'POST',
    path: '/v1/roles',
    summary: "Make a role of the agency's own, from scratch or as a copy of another one",
    access: 'identity.role.change',
    body: Body,
    result: RoleView,
    status: 201,
    handle: (call, { body }) => createRole(call, body),
  });
