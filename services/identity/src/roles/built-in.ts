import type { Grant } from '@yitu/access';
import { agency, type BuiltInRoles } from './built-in/grants.ts';
import { offices } from './built-in/offices.ts';
import { outside } from './built-in/outside.ts';
import { shops } from './built-in/shops.ts';
import { trips } from './built-in/trips.ts';

/**
 * The built-in roles. Their permissions are patterns; the reach says how far each goes. Only roles that look after the whole agency have a `*`
 * for the resource: it would cover the service's quarantine, whose messages are of all branches.
 */
export const builtInRoles: BuiltInRoles = {
  'system-administrator': {
    name: { zh: '系统管理员', en: 'System administrator' },
    grants: agency('identity.*.*', 'notifications.*.*', '*.quarantine.*', '*.audit.read', 'analytics.*.*'),
  },
  ...shops,
  ...trips,
  ...offices,
  ...outside,
};

/** Whether a built-in role has this code: names every object has, such as `constructor`, are none. */
export const isBuiltIn = (key: string): boolean => Object.hasOwn(builtInRoles, key);

/** The grants of several roles together; an unknown role gives none. */
export const grantsOf = (roles: readonly string[]): Grant[] =>
  roles.filter(isBuiltIn).flatMap((role) => builtInRoles[role]?.grants ?? []);
