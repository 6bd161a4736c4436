import { csvOf } from '@yitu/kernel';
import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { CatalogueImport, ImportKind, importView, ImportView, type CellProblem } from './catalogue-import.ts';
import { columnsOf } from './columns.ts';
import { countsOf } from './count-rows.ts';

const permission = 'booking.import.read';
const Query = Type.Object(page);

const listImports = query({ permission }, async (uow, { limit, after }: Static<typeof Query>) => {
  const rows = await uow.em.find(
    CatalogueImport,
    { agencyId: uow.agencyId, ...(after && { id: { $lt: after } }) },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const { items, next } = pageOf(rows, limit);
  const counts = await countsOf(
    uow,
    items.map(({ id }) => id),
  );
  return { imports: items.map((one) => importView(one, counts.of(one.id))), next };
});

const getImport = query({ permission }, async (uow, id: string) => {
  const one = await uow.get(CatalogueImport, id);
  return importView(one, (await countsOf(uow, [id])).of(id));
});

const columns = ['行号 / Row', '列', 'Column', '规则 / Rule', '说明', 'Message'];

/** One line for each cell that is wrong. */
const listErrors = query({ permission }, async (uow, id: string) => {
  await uow.get(CatalogueImport, id);
  const rows = await uow.rows<{ row_number: number; problems: readonly CellProblem[] }>(
    `select row_number, problems from booking.import_rows
     where agency_id = ? and import_id = ? and state = 'refused' order by row_number`,
    [uow.agencyId, id],
  );
  const lines = rows.flatMap(({ row_number: number, problems }) =>
    problems.map(({ column, rule, message }) => [number, column.zh, column.en, rule, message.zh, message.en]),
  );
  return csvOf([columns, ...lines]);
});

const template = query(
  { permission },
  (_uow, { kind, language }: { kind: ImportKind; language: 'zh' | 'en' }) =>
    Promise.resolve(
      csvOf([columnsOf[kind].map(({ name, required }) => `${name[language]}${required ? '*' : ''}`)]),
    ),
);

const params = Type.Object({ importId: Id });
const mediaType = 'text/csv; charset=utf-8';

export const readImportRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/imports',
    summary: 'Imports, newest first, and how far they are',
    access: permission,
    query: Query,
    result: Type.Object({ imports: Type.Array(ImportView), next: Next }),
    handle: (call, { query: input }) => listImports(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/imports/:importId',
    summary: 'How far an import is',
    access: permission,
    params,
    result: ImportView,
    handle: (call, input) => getImport(call, input.params.importId),
  }),
  route({
    method: 'GET',
    path: '/v1/imports/:importId/errors',
    summary: 'The rows that were refused, as CSV: row, column, rule and what it means',
    access: permission,
    params,
    mediaType,
    result: Type.String(),
    handle: (call, input) => listErrors(call, input.params.importId),
  }),
  route({
    method: 'GET',
    path: '/v1/import-templates/:kind',
    summary: 'An empty table to fill in; columns with an asterisk are required',
    access: permission,
    params: Type.Object({ kind: ImportKind }),
    query: Type.Object({ language: Type.Enum(['zh', 'en'], { default: 'zh' }) }),
    mediaType,
    result: Type.String(),
    handle: (call, input) => template(call, { kind: input.params.kind, language: input.query.language }),
  }),
];
