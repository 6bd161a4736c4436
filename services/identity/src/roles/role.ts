import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { reachOf, type Grant, type Permission } from '@yitu/access';
import { InstantType, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Granted } from './grants.ts';

/** A role an agency has made for itself. */
export const Role = defineEntity({
  name: 'Role',
  tableName: 'roles',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    code: p.string(),
    name: p.json<{ zh: string; en: string }>(),
    grants: p.json<Grant[]>(),
    copyOf: p.string().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Role = InferEntity<typeof Role>;

export const RoleView = Type.Object(
  {
    id: Type.Union([Id, Type.Null()], { description: 'null for a built-in role' }),
    code: Type.String(),
    builtIn: Type.Boolean({ description: 'Built-in roles cannot be changed; copy one to have your own.' }),
    name: LocalText,
    grants: Type.Array(Granted),
    copyOf: Type.Union([Type.String(), Type.Null()]),
    version: Type.Union([Version, Type.Null()]),
  },
  { title: 'Role' },
);

export const roleView = ({ id, code, name, grants, copyOf, version }: Role): Static<typeof RoleView> => ({
  ...{ id, code, builtIn: false, name, version },
  copyOf: copyOf ?? null,
  grants: [...grants],
});

/** Roles belong to the whole agency, so a permission of narrower reach changes none. @throws request/out-of-reach */
export function requireWholeAgency({ member }: UnitOfWork, permission: Permission): void {
  if (reachOf(member, permission) !== 'agency') throw requestErrors.outOfReach();
}

/** The branch of the acting person. */
export function ownBranch({ member }: UnitOfWork): string {
  if (member.kind !== 'person') throw new Error('roles are edited by persons');
  return member.branchId;
}
