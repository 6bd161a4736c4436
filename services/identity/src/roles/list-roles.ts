import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { builtInRoles } from './built-in.ts';

const Role = Type.Object({
  key: Type.String(),
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  grants: Type.Array(Type.Object({ permission: Type.String(), reach: Type.String() })),
});

export const listRolesRoute = () =>
  route({
    method: 'GET',
    path: '/v1/roles',
    summary: 'The roles with what they permit',
    access: 'identity.role.read',
    result: Type.Object({ roles: Type.Array(Role) }),
    handle: () =>
      Promise.resolve({
        roles: Object.entries(builtInRoles).map(([key, { name, grants }]) => ({
          key,
          name: { ...name },
          grants: grants.map((grant) => ({ ...grant })),
        })),
      }),
  });
