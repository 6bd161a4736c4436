import { reachOf, requirePermission, type Permission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { CatalogueImport, ImportKind, importView, ImportView } from './catalogue-import.ts';
import { checkRows, type CheckedRow } from './check-rows.ts';
import { readTable } from './table.ts';

/** 5 MiB: 5,000 rows with long texts. */
const mostBytes = 5 * 1024 * 1024;

/** Who takes in a file of them may add them one by one. */
const needs: Readonly<Record<ImportKind, Permission>> = {
  products: 'booking.product.create',
  departures: 'booking.departure.schedule',
};

interface Asked {
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  readonly rows: readonly CheckedRow[];
}

/** Stores what a file says; its rows are worked through afterwards, wherever this process is by then. */
const startImport = command(
  { permission: 'booking.import.start' },
  async (uow, { kind, dryRun, rows }: Asked) => {
    requirePermission(uow.member, needs[kind]);
    const started = uow.add(
      uow.em.create(CatalogueImport, {
        ...{ agencyId: uow.agencyId, id: newId(), kind, dryRun, state: 'running', rows: rows.length },
        publishes: reachOf(uow.member, 'booking.product.publish') !== undefined,
        ...{ authorId: uow.userId, version: 0, createdAt: uow.now, finishedAt: null },
      }),
    );
    const { id: importId } = started;
    uow.publish(started, events.importStarted, { importId, kind, dryRun, rows: rows.length });
    await uow.em.flush(); // rows refer to their import
    await uow.rows(
      `insert into booking.import_rows (agency_id, import_id, row_number, input, state, problems)
     select ?, ?, number, input, case when problems = '[]' then 'waiting' else 'refused' end, problems
     from jsonb_to_recordset(?::jsonb) as given (number integer, input jsonb, problems jsonb)`,
      [uow.agencyId, importId, JSON.stringify(rows)],
    );
    uow.publishLater(importId, events.importRowsDue, { importId }, uow.now);
    const refused = rows.filter(({ problems }) => problems.length > 0).length;
    return importView(started, { waiting: rows.length - refused, created: 0, present: 0, refused });
  },
);

export const startImportRoute = () =>
  route({
    method: 'POST',
    path: '/v1/imports',
    summary:
      'Take in a file of products or departures (CSV or XLSX); a dry run checks it and stores none of them',
    access: 'booking.import.start',
    query: Type.Object({ kind: ImportKind, dryRun: Type.Boolean() }),
    consumes: {
      mediaTypes: [
        'text/csv',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/octet-stream',
      ],
      limit: mostBytes,
    },
    result: ImportView,
    status: 202,
    handle: async (call, { query: { kind, dryRun }, file }) => {
      requirePermission(call.principal, needs[kind]);
      return startImport(call, { kind, dryRun, rows: checkRows(kind, await readTable(file)) });
    },
  });
