import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import type { ComponentState } from './components.ts';

/** All papers of one departure (业务档案), kept until its retention ends; what was there is written down when it is closed. */
export const ArchiveFile = defineEntity({
  name: 'ArchiveFile',
  tableName: 'archive_files',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    departureId: p.uuid(),
    operationsSheetId: p.uuid(),
    state: p.string().$type<'open' | 'closed'>(),
    components: p.json<ComponentState[]>().nullable(),
    closeReason: p.text().nullable(),
    closedBy: p.uuid().nullable(),
    closedAt: p.type(InstantType).nullable(),
    retainUntil: p.date().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type ArchiveFile = InferEntity<typeof ArchiveFile>;
