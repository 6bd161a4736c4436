import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const branchKinds = ['headquarters', 'owned', 'franchise'] as const;
export const branchStates = ['open', 'closed'] as const;

/** A place of business; branches form a tree below headquarters. */
export const Branch = defineEntity({
  name: 'Branch',
  tableName: 'branches',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    code: p.string(),
    kind: p.string().$type<(typeof branchKinds)[number]>(),
    parentId: p.uuid().nullable(),
    name: p.json<{ zh: string; en: string }>(),
    state: p.string().$type<(typeof branchStates)[number]>().default('open'),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Branch = InferEntity<typeof Branch>;

export const BranchView = Type.Object(
  {
    id: Id,
    code: Type.String(),
    kind: Type.String(),
    parentId: Type.Union([Id, Type.Null()]),
    name: LocalText,
    state: Type.Enum([...branchStates]),
    version: Version,
  },
  { title: 'Branch' },
);

export const branchView = (branch: Branch): Static<typeof BranchView> => ({
  id: branch.id,
  code: branch.code,
  kind: branch.kind,
  parentId: branch.parentId ?? null,
  name: branch.name,
  state: branch.state,
  version: branch.version,
});
