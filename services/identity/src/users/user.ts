import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Grant } from '@yitu/access';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** A single grant of one user, with the instant it ends by itself. */
export interface UserGrant extends Grant {
  readonly until?: string;
}

/** Somebody with an account at an agency. */
export const User = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    userName: p.string(),
    email: p.string(),
    displayName: p.string(),
    locale: p.string().$type<'zh' | 'en'>(),
    passwordHash: p.string(),
    roles: p.array(),
    grants: p.json<UserGrant[]>(),
    denials: p.array(),
    active: p.boolean(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type User = InferEntity<typeof User>;

export const UserView = Type.Object(
  {
    id: Id,
    branchId: Id,
    userName: Type.String(),
    email: Type.String(),
    displayName: Type.String(),
    locale: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
    roles: Type.Array(Type.String()),
    active: Type.Boolean(),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'User' },
);

/** What others may see of a user: never the password's hash. */
export const userView = (user: User): Static<typeof UserView> => ({
  id: user.id,
  branchId: user.branchId,
  userName: user.userName,
  email: user.email,
  displayName: user.displayName,
  locale: user.locale,
  roles: user.roles,
  active: user.active,
  version: user.version,
  createdAt: user.createdAt.toString(),
});
