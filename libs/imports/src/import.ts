import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Texts } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** The files a service has taken in; their rows stand in `import_rows`. @param name as audit records call it */
export const importEntity = (name: string) =>
  defineEntity({
    name,
    tableName: 'imports',
    properties: {
      agencyId: p.uuid().primary(),
      id: p.uuid().primary(),
      kind: p.string(),
      state: p.string().$type<'running' | 'finished' | 'cancelled'>(),
      /** Everything is checked and nothing stored. */
      dryRun: p.boolean(),
      /** Where what it makes belongs; null where that is the whole agency's. */
      branchId: p.uuid().nullable(),
      authorId: p.uuid(),
      /** What holds for all its rows, in the words of the service: what its author might do when it began, what they chose. */
      terms: p.json<Readonly<Record<string, unknown>>>(),
      rows: p.integer(),
      version: p.integer(),
      createdAt: p.type(InstantType),
      finishedAt: p.type(InstantType).nullable(),
    },
  });

export type ImportEntity = ReturnType<typeof importEntity>;
export type Import = InferEntity<ImportEntity>;

/** What is wrong with a cell, or to be known of it. */
export interface CellProblem {
  /** The column's name in both languages; empty where it is about the row. */
  readonly column: Texts;
  readonly rule: string;
  readonly message: Texts;
  /** The id of what it speaks of, where that is something else than the row. */
  readonly about?: string;
}

export const rowStates = ['waiting', 'created', 'present', 'refused'] as const;
export type RowState = (typeof rowStates)[number];
export type Counts = Readonly<Record<RowState, number>>;

const Count = Type.Integer({ minimum: 0 });
const counted = (description: string) => Type.Integer({ minimum: 0, description });

/** What is told of an import, of these kinds of tables. */
export const importSchema = (kinds: readonly string[]) =>
  Type.Object(
    {
      id: Id,
      kind: Type.Enum([...kinds]),
      state: Type.String({ description: 'running, finished or cancelled' }),
      dryRun: Type.Boolean(),
      rows: Count,
      waiting: counted('Rows still to be worked on; of a cancelled one, that were not'),
      created: counted('Rows that became something; of a dry run, that would have'),
      present: counted('Rows that were there before, or may have been'),
      refused: counted('Rows with something wrong'),
      version: Version,
      createdAt: InstantText,
      finishedAt: Type.Union([InstantText, Type.Null()]),
    },
    { title: 'Import' },
  );

export const importView = (one: Import, counts: Counts): Static<ReturnType<typeof importSchema>> => ({
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
