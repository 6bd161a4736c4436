import { reachOf, type Permission, type Person, type Reach } from '@yitu/access';
import { ask, type Call, type UnitOfWork } from '@yitu/persistence';
import { Type, type Static } from 'typebox';
import { Id, InstantText, LocalDate } from './http/schemas.ts';
import { route } from './http/route.ts';

/** A part of a statement with the values of its `?`. */
interface Sql {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** For whom tasks are looked for. */
interface Worker {
  readonly agencyId: string;
  readonly userId: string;
  /** The condition that keeps to their reach. */
  readonly within: Sql;
}

/** Something that waits for somebody who may do it. */
export interface TaskKind {
  readonly kind: string;
  /** Who may do it; it is nobody else's task. */
  readonly permission: Permission;
  /** Columns that say whose a row is; without them rows are the whole agency's. */
  readonly branch?: string;
  readonly owner?: string;
  /** Whether what waits is dated (a local date) or has waited since a moment. */
  readonly by: 'at' | 'on';
  /**
   * Rows of `id`, `number` (null where it has none) and `since`, the most urgent first, found by an index. `(select day from today)` is the
   * date at the agency, `(select moment from today)` this moment.
   */
  readonly rows: (worker: Worker) => Sql;
}

const Task = Type.Object(
  {
    kind: Type.String(),
    count: Type.Integer({ description: '1000 stands for as many or more' }),
    oldestAt: Type.Optional(InstantText),
    dueOn: Type.Optional(LocalDate),
    objects: Type.Array(Type.Object({ id: Id, number: Type.Union([Type.String(), Type.Null()]) }), {
      description: 'The five most urgent',
    }),
  },
  { title: 'Task' },
);
const Tasks = Type.Object({ tasks: Type.Array(Task) });

const countedAtMost = 1_000;
const shown = 5;

/** What waits for the caller at a service: one statement over all kinds they may work on, each within its own reach. */
export const tasksRoute = (kinds: readonly TaskKind[]) =>
  route({
    method: 'GET',
    path: '/v1/tasks',
    summary: 'What waits for the caller: how much of each kind, and the most urgent',
    access: 'signed-in',
    result: Tasks,
    handle: (call) => listTasks(call, kinds),
  });

async function listTasks(call: Call, kinds: readonly TaskKind[]): Promise<Static<typeof Tasks>> {
  const { principal } = call;
  if (principal.kind !== 'person') return { tasks: [] };
  const theirs = kinds.flatMap((kind) => {
    const within = withinReach(kind, principal);
    return within ? [{ kind, within }] : [];
  });
  if (theirs.length === 0) return { tasks: [] };
  const reach = widest(theirs.map(({ kind }) => reachOf(principal, kind.permission)));
  const scope = { member: principal, reach, action: 'tasks' };
  return ask(call, scope, async (uow) => ({
    tasks: (await uow.rows<Row>(...statementOf(uow, principal, theirs))).map(taskOf),
  }));
}

interface Row {
  readonly kind: string;
  readonly by: 'at' | 'on';
  readonly count: number;
  readonly since: string | null;
  readonly objects: Static<typeof Task>['objects'] | null;
}

const taskOf = ({ kind, by, count, since, objects }: Row): Static<typeof Task> => ({
  ...{ kind, count, objects: objects ?? [] },
  ...(since !== null && (by === 'at' ? { oldestAt: since } : { dueOn: since })),
});

/** Row security keeps to the widest of the reaches; this keeps each kind to its own. Undefined where nothing of it can be the person's. */
export function withinReach({ permission, branch, owner }: TaskKind, person: Person): Sql | undefined {
  const reach = reachOf(person, permission);
  if (!reach) return undefined;
  if (reach === 'agency' || !branch) return { sql: 'true', values: [] };
  if (reach === 'branch')
    return { sql: `${branch} = any (string_to_array(?, ',')::uuid[])`, values: [person.branchIds.join(',')] };
  return owner ? { sql: `${owner} = ?`, values: [person.userId] } : undefined;
}

/** What gives a statement about tasks this moment and the day at the agency; its values are that moment and the agency's id. */
export const todayAt = ({ schema }: UnitOfWork): string =>
  `with today as materialized (select moment, (moment at time zone time_zone)::date as day
    from (select ?::timestamptz as moment) as now, "${schema}".agencies where agency_id = ?)`;

const widest = (reaches: readonly (Reach | undefined)[]): Reach =>
  reaches.includes('agency') ? 'agency' : reaches.includes('branch') ? 'branch' : 'own';

function statementOf(
  uow: UnitOfWork,
  { userId }: Person,
  theirs: readonly { readonly kind: TaskKind; readonly within: Sql }[],
): [sql: string, values: unknown[]] {
  const { agencyId, now } = uow;
  const parts = theirs.map(({ kind: { kind, by, rows }, within }) => {
    const { sql, values } = rows({ agencyId, userId, within });
    return { sql: counted(kind, by, sql), values };
  });
  return [
    `${todayAt(uow)} ${parts.map(({ sql }) => sql).join(' union all ')}`,
    [now.toString(), agencyId, ...parts.flatMap(({ values }) => values)],
  ];
}

const counted = (kind: string, by: string, rows: string): string => `
  select '${kind}' as kind, '${by}' as by, count(*)::integer as count, to_json(min(since)) #>> '{}' as since,
    json_agg(json_build_object('id', id, 'number', number) order by place) filter (where place <= ${shown}) as objects
  from (select id, number, since, row_number() over (order by since, id) as place from (${rows} limit ${countedAtMost}) as waiting) as counted`;
