import { csvOf } from '@yitu/kernel';
import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { rowStates, type CellProblem, type RowState } from './import.ts';
import type { Imports } from './imports.ts';

const Texts = Type.Object({ zh: Type.String(), en: Type.String() });

const RowView = Type.Object(
  {
    row: Type.Integer({ description: 'As a spreadsheet counts' }),
    state: Type.Enum([...rowStates]),
    madeId: Type.Union([Id, Type.Null()], {
      description: 'What it became; of a present one, what was there before',
    }),
    problems: Type.Array(
      Type.Object({
        column: Texts,
        rule: Type.String(),
        message: Texts,
        about: Type.Optional({ ...Id, description: 'What it speaks of' }),
      }),
    ),
  },
  { title: 'ImportRow' },
);

const Query = Type.Object({
  state: Type.Optional(Type.Enum([...rowStates])),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  after: Type.Optional(Type.Integer({ minimum: 0, description: 'The last row of the page before' })),
});
type Search = Static<typeof Query> & { importId: string };

const listRows = ({ entity, service }: Imports) =>
  query(
    { permission: `${service}.import.read` },
    async (uow, { importId, state, limit, after = 0 }: Search) => {
      await uow.get(entity, importId);
      const found = await uow.rows<Static<typeof RowView>>(
        `select row_number as row, state, made_id as "madeId", problems from "${uow.schema}".import_rows
         where agency_id = ? and import_id = ? and row_number > ? ${state ? 'and state = ?' : ''} order by row_number limit ?`,
        [uow.agencyId, importId, after, ...(state ? [state] : []), limit + 1],
      );
      const rows = found.slice(0, limit);
      return { rows, next: found.length > limit ? (rows.at(-1)?.row ?? null) : null };
    },
  );

const columns = ['行号 / Row', '列', 'Column', '规则 / Rule', '说明', 'Message'];

const linesOf = ({ number, problems }: { number: number; problems: readonly CellProblem[] }) =>
  problems.map(({ column, rule, message }) => [number, column.zh, column.en, rule, message.zh, message.en]);

/** One line for each cell that kept its row from becoming something. */
const listErrors = ({ entity, service }: Imports) =>
  query({ permission: `${service}.import.read` }, async (uow: UnitOfWork, importId: string) => {
    await uow.get(entity, importId);
    const kept: readonly RowState[] = ['refused', 'present'];
    const rows = await uow.rows<{ number: number; problems: readonly CellProblem[] }>(
      `select row_number as number, problems from "${uow.schema}".import_rows
       where agency_id = ? and import_id = ? and state = any (?::text[]) order by row_number`,
      [uow.agencyId, importId, `{${kept.join(',')}}`],
    );
    return csvOf([columns, ...rows.flatMap(linesOf)]);
  });

/** What became of each row, and what was wrong. */
export function listRowsRoutes(imports: Imports) {
  const access = `${imports.service}.import.read` as const;
  const params = Type.Object({ importId: Id });
  const [list, errors] = [listRows(imports), listErrors(imports)];
  return [
    route({
      method: 'GET',
      path: '/v1/imports/:importId/rows',
      summary: 'What became of each row, or would: never what it said',
      access,
      params,
      query: Query,
      result: Type.Object({
        rows: Type.Array(RowView),
        next: Type.Union([Type.Integer(), Type.Null()], {
          description: 'Give it as `after` for the next page; null at the end.',
        }),
      }),
      handle: (call, input) => list(call, { ...input.params, ...input.query }),
    }),
    route({
      method: 'GET',
      path: '/v1/imports/:importId/errors',
      summary: 'The rows that became nothing, as CSV: row, column, rule and what it means',
      access,
      params,
      mediaType: 'text/csv; charset=utf-8',
      result: Type.String(),
      handle: (call, input) => errors(call, input.params.importId),
    }),
  ];
}
