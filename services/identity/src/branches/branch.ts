import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';

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
