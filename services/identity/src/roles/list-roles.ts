import { permissionNames } from '@yitu/access';
import { query } from '@yitu/persistence';
import { LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { builtInRoles } from './built-in.ts';
import { Role, RoleView, roleView } from './role.ts';

const builtIn = (): Static<typeof RoleView>[] =>
  Object.entries(builtInRoles).map(([code, { name, grants }]) => ({
    ...{ id: null, code, builtIn: true, copyOf: null, version: null },
    name: { ...name },
    grants: grants.map((grant) => ({ ...grant })),
  }));

const listRoles = query({ permission: 'identity.role.read' }, async (uow, _input: object) => {
  const own = await uow.find(Role, {});
  return { roles: [...builtIn(), ...own.map(roleView)] };
});

export const listRolesRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/roles',
    summary: "The built-in roles and the agency's own, with what they permit",
    access: 'identity.role.read',
    result: Type.Object({ roles: Type.Array(RoleView) }),
    handle: (call) => listRoles(call, {}),
  }),
  route({
    method: 'GET',
    path: '/v1/permissions',
    summary: 'All permissions with their names',
    access: 'identity.role.read',
    result: Type.Object({
      permissions: Type.Array(Type.Object({ permission: Type.String(), name: LocalText })),
    }),
    handle: () =>
      Promise.resolve({
        permissions: Object.entries(permissionNames).map(([permission, name]) => ({
          permission,
          name: { ...name },
        })),
      }),
  }),
];
