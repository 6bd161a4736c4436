import { reachOf } from '@yitu/access';
import { ask, type Call } from '@yitu/persistence';
import { Type, type Static } from 'typebox';
import { Next, page, pageOf } from './http/paging.ts';
import { Id, InstantText, LocalDate } from './http/schemas.ts';
import { route } from './http/route.ts';
import { todayAt, withinReach, type TaskKind } from './tasks.ts';

const TaskObject = Type.Object(
  {
    id: Id,
    number: Type.Union([Type.String(), Type.Null()]),
    since: Type.Optional(InstantText),
    on: Type.Optional(LocalDate),
  },
  { title: 'TaskObject' },
);
const TaskObjects = Type.Object({ objects: Type.Array(TaskObject), next: Next });
type Answer = Static<typeof TaskObjects>;

/** Everything that waits for the caller of one kind: the very rows that `/v1/tasks` counts, however many. */
export const listTaskRoute = (kinds: readonly TaskKind[]) =>
  route({
    method: 'GET',
    path: '/v1/tasks/:kind',
    summary:
      'All that waits for the caller of one kind, the most urgent first; nothing of what is not theirs',
    access: 'signed-in',
    params: Type.Object({ kind: Type.Enum(kinds.map(({ kind }) => kind)) }),
    query: Type.Object(page),
    result: TaskObjects,
    handle: (call, { params, query }) => {
      const kind = kinds.find((one) => one.kind === params.kind);
      return kind ? listTask(call, kind, query) : Promise.resolve(nothing);
    },
  });

const nothing: Answer = { objects: [], next: null };

interface Row {
  readonly id: string;
  readonly number: string | null;
  readonly since: string;
}

async function listTask(
  call: Call,
  kind: TaskKind,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<Answer> {
  const { principal } = call;
  const within = principal.kind === 'person' ? withinReach(kind, principal) : undefined;
  const reach = principal.kind === 'person' ? reachOf(principal, kind.permission) : undefined;
  if (principal.kind !== 'person' || !within || !reach) return nothing;
  return ask(call, { member: principal, reach, action: 'tasks' }, async (uow) => {
    const { agencyId, now } = uow;
    const { sql, values } = kind.rows({ agencyId, userId: principal.userId, within });
    const rows = await uow.rows<Row>(
      `${todayAt(uow)}, waiting as (${sql}) select id, number, to_json(since) #>> '{}' as since from waiting
        ${after ? 'where (since, id) > (select since, id from waiting as last where last.id = ?)' : ''}
        order by waiting.since, id limit ?`,
      [now.toString(), agencyId, ...values, ...(after ? [after] : []), limit + 1],
    );
    const { items, next } = pageOf(rows, limit);
    const since = (moment: string) => (kind.by === 'at' ? { since: moment } : { on: moment });
    return { objects: items.map(({ id, number, ...row }) => ({ id, number, ...since(row.since) })), next };
  });
}
