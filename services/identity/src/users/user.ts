import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Grant } from '@yitu/access';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const accounts = ['staff', 'customer', 'client'] as const;
export const userStates = ['active', 'suspended', 'departed'] as const;

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
    grants: p.json<Grant[]>(),
    denials: p.array(),
    /** May act now: nothing but the state, see states.ts. */
    active: p.boolean(),
    account: p.string().$type<(typeof accounts)[number]>().default('staff'),
    state: p.string().$type<(typeof userStates)[number]>().default('active'),
    /** E.164. */
    mobile: p.string().nullable(),
    departedAt: p.type(InstantType).nullable(),
    successorId: p.uuid().nullable(),
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
    mobile: Type.Union([Type.String(), Type.Null()], { description: 'E.164' }),
    displayName: Type.String(),
    locale: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
    roles: Type.Array(Type.String()),
    account: Type.Enum([...accounts]),
    state: Type.Enum([...userStates]),
    active: Type.Boolean({ description: 'Whether the state is active' }),
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
  mobile: user.mobile ?? null,
  displayName: user.displayName,
  locale: user.locale,
  roles: user.roles,
  account: user.account,
  state: user.state,
  active: user.active,
  version: user.version,
  createdAt: user.createdAt.toString(),
});
