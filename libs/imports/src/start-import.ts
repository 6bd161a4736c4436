import { requirePermission } from '@yitu/access';
import { newId } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { checkRows } from './check-rows.ts';
import type { CheckedRow } from './checked-row.ts';
import { tableErrors } from './errors.ts';
import { importSchema, importView } from './import.ts';
import type { Imports } from './imports.ts';
import { readTable } from './table.ts';
import type { TableKind } from './table-kind.ts';

/** 5 MiB: 5,000 rows with long texts. */
const mostBytes = 5 * 1024 * 1024;

/** Rows that nobody has come to work on by then are given up, with what they say. */
const keptFor = { hours: 24 };

interface Asked {
  readonly kind: string;
  readonly dryRun: boolean;
  readonly rows: readonly CheckedRow[];
  readonly choices: unknown;
}

/** Stores what a file says; its rows are worked through afterwards, wherever this process is by then. */
const startImport = (imports: Imports) =>
  command(
    { permission: `${imports.service}.import.start` },
    async (uow, { kind, dryRun, rows, choices }: Asked) => {
      requirePermission(uow.member, kindOf(imports, kind).needs);
      const { entity, events } = imports;
      const started = uow.add(
        uow.em.create(entity, {
          ...{ agencyId: uow.agencyId, id: newId(), kind, dryRun, state: 'running', rows: rows.length },
          ...(await imports.begin(uow, choices, kind)),
          ...{ authorId: uow.userId, version: 0, createdAt: uow.now, finishedAt: null },
        }),
      );
      const { id: importId } = started;
      uow.publish(started, events.started, { importId, kind, dryRun, rows: rows.length });
      await uow.em.flush(); // rows refer to their import
      await storeRows(uow, imports, importId, rows);
      uow.publishLater(importId, events.rowsDue, { importId }, uow.now);
      uow.publishLater(importId, events.expiryDue, { importId }, uow.now.add(keptFor));
      const refused = rows.filter(({ problems }) => problems.length > 0).length;
      return importView(started, { waiting: rows.length - refused, created: 0, present: 0, refused });
    },
  );

/** What a refused row said is kept nowhere. */
async function storeRows(
  uow: UnitOfWork,
  { keeping }: Imports,
  importId: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  const waiting = rows.filter(({ problems }) => problems.length === 0);
  const kept = new Map(
    (await keeping.keep(uow, importId, waiting)).map((row) => [row.id, row.kept] as const),
  );
  const given = rows.map(({ id, number, problems }) => ({
    id,
    number,
    problems,
    kept: kept.get(id) ?? null,
  }));
  await uow.rows(
    `insert into "${uow.schema}".import_rows (agency_id, import_id, row_number, id, input, state, problems)
     select ?, ?, number, id, kept::${keeping.column}, case when kept is null then 'refused' else 'waiting' end, problems
     from jsonb_to_recordset(?::jsonb) as given (number integer, id uuid, kept text, problems jsonb)`,
    [uow.agencyId, importId, JSON.stringify(given)],
  );
}

function kindOf({ kinds }: Imports, kind: string): TableKind {
  const found = kinds[kind];
  if (!found) throw new Error(`the schema lets no other kind in: ${kind}`);
  return found;
}

export function startImportRoute(imports: Imports) {
  const [start, errors] = [startImport(imports), tableErrors(imports.service)];
  const kinds = Object.keys(imports.kinds);
  return route({
    method: 'POST',
    path: '/v1/imports',
    summary: `Take in a file of ${kinds.join(' or ')} (CSV or XLSX); a dry run checks it and stores none of them`,
    access: `${imports.service}.import.start`,
    query: Type.Object({
      ...imports.choices.properties,
      kind: Type.Enum([...kinds]),
      dryRun: Type.Boolean(),
    }),
    consumes: {
      mediaTypes: [
        'text/csv',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/octet-stream',
      ],
      limit: mostBytes,
    },
    result: importSchema(kinds),
    status: 202,
    handle: async (call, { query, file }) => {
      const { kind, dryRun, ...choices } = query;
      const { member } = requirePermission(call.principal, kindOf(imports, kind).needs);
      const rows = checkRows(kindOf(imports, kind), await readTable(file, errors), errors);
      await imports.keeping.ready?.(member.agencyId);
      return start(call, { kind, dryRun, rows, choices });
    },
  });
}
