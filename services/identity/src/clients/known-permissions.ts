import { rpcDeclarations } from '@yitu/contracts';
import { builtInRoles } from '../roles/built-in.ts';

const named = new Set([
  ...Object.values(builtInRoles).flatMap(({ grants }) => grants.map(({ permission }) => permission)),
  ...Object.values(rpcDeclarations).flatMap(({ permission }) => permission ?? []),
]);

/** TODO */
export const isKnownPermission = (permission: string): boolean => named.has(permission);
