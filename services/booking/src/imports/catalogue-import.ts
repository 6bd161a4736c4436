import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Texts } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const importKinds = ['products', 'departures'] as const;
export type ImportKind = (typeof importKinds)[number];
export const ImportKind = Type.Enum([...importKinds]);

/** A file of products or departures that was taken in; its rows stand in `import_rows`. */
export const CatalogueImport = defineEntity({
  name: 'CatalogueImport',
  tableName: 'imports',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.string().$type<ImportKind>(),
    state: p.string().$type<'running' | 'finished'>(),
    /** Everything is checked and nothing stored. */
    dryRun: p.boolean(),
    /** Whether its author may publish: other products become drafts. */
    publishes: p.boolean(),
    authorId: p.uuid(),
    rows: p.integer(),
    version: p.integer(),
    createdAt: p.type(InstantType),
    finishedAt: p.type(InstantType).nullable(),
  },
});

export type CatalogueImport = InferEntity<typeof CatalogueImport>;

/** What is wrong with a cell. */
export interface CellProblem {
  /** The column's name in both languages; empty where it is about the row. */
  readonly column: Texts;
  readonly rule: string;
  readonly message: Texts;
}

export type RowState = 'waiting' | 'created' | 'present' | 'refused';
export type Counts = Readonly<Record<RowState, number>>;

const Count = Type.Integer({ minimum: 0 });

export const ImportView = Type.Object(
  {
    id: Id,
    kind: ImportKind,
    state: Type.String({ description: 'running or finished' }),
    dryRun: Type.Boolean(),
    rows: Count,
    waiting: Count,
    created: Type.Integer({
      minimum: 0,
      description: 'Rows that became something; of a dry run, that would have',
    }),
    present: Type.Integer({ minimum: 0, description: 'Rows whose code or group number was there before' }),
    refused: Type.Integer({ minimum: 0, description: 'Rows in the error file' }),
    version: Version,
    createdAt: InstantText,
    finishedAt: Type.Union([InstantText, Type.Null()]),
  },
  { title: 'Import' },
);

export const importView = (one: CatalogueImport, counts: Counts): Static<typeof ImportView> => ({
  id: one.id,
  kind: one.kind,
  state: one.state,
  dryRun: one.dryRun,
  rows: one.rows,
  ...counts,
  version: one.version,
  createdAt: one.createdAt.toString(),
  finishedAt: one.finishedAt?.toString() ?? null,
});
