import { csvOf } from '@yitu/kernel';
import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { countsOf } from './count-rows.ts';
import { importSchema, importView } from './import.ts';
import type { Imports } from './imports.ts';
import { listRowsRoutes } from './list-rows.ts';

const Query = Type.Object(page);

const listImports = ({ entity, service }: Imports) =>
  query({ permission: `${service}.import.read` }, async (uow, { limit, after }: Static<typeof Query>) => {
    const rows = await uow.em.find(
      entity,
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

const getImport = ({ entity, service }: Imports) =>
  query({ permission: `${service}.import.read` }, async (uow, id: string) => {
    const one = await uow.get(entity, id);
    return importView(one, (await countsOf(uow, [id])).of(id));
  });

interface Wanted {
  readonly kind: string;
  readonly language: 'zh' | 'en';
}

const template = ({ kinds, service }: Imports) =>
  query({ permission: `${service}.import.read` }, (_uow: UnitOfWork, { kind, language }: Wanted) => {
    const columns = kinds[kind]?.columns ?? [];
    return Promise.resolve(
      csvOf([columns.map(({ name, required }) => `${name[language]}${required ? '*' : ''}`)]),
    );
  });

/** What is told of imports, and the tables to fill in. */
export function readImportRoutes(imports: Imports) {
  const access = `${imports.service}.import.read` as const;
  const kinds = Object.keys(imports.kinds);
  const View = importSchema(kinds);
  const [list, get, empty] = [listImports(imports), getImport(imports), template(imports)];
  return [
    route({
      method: 'GET',
      path: '/v1/imports',
      summary: 'Imports, newest first, and how far they are',
      access,
      query: Query,
      result: Type.Object({ imports: Type.Array(View), next: Next }),
      handle: (call, { query: input }) => list(call, input),
    }),
    route({
      method: 'GET',
      path: '/v1/imports/:importId',
      summary: 'How far an import is',
      access,
      params: Type.Object({ importId: Id }),
      result: View,
      handle: (call, input) => get(call, input.params.importId),
    }),
    ...listRowsRoutes(imports),
    route({
      method: 'GET',
      path: '/v1/import-templates/:kind',
      summary: 'An empty table to fill in; columns with an asterisk are required',
      access,
      params: Type.Object({ kind: Type.Enum([...kinds]) }),
      query: Type.Object({ language: Type.Enum(['zh', 'en'], { default: 'zh' }) }),
      mediaType: 'text/csv; charset=utf-8',
      result: Type.String(),
      handle: (call, input) => empty(call, { kind: input.params.kind, language: input.query.language }),
    }),
  ];
}
