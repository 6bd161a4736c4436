import { identity } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { Id, InstantText, Next, page, pageOf, route, rpc } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Incident, incidentStates, incidentView, IncidentView, incidentViews } from './incident.ts';
import { incidentKinds, severities } from './kinds.ts';
import { entryKinds } from './timeline.ts';

const Query = Type.Object({
  ...page,
  state: Type.Optional(Type.Enum([...incidentStates])),
  kind: Type.Optional(Type.Enum([...incidentKinds])),
  severity: Type.Optional(Type.Enum([...severities])),
  personId: Type.Optional(Id),
});

const Entry = Type.Object(
  {
    id: Id,
    at: InstantText,
    actorId: Type.Union([Id, Type.Null()], { description: 'Null where a rule added it' }),
    what: Type.Enum([...entryKinds]),
    note: Type.Union([Type.String(), Type.Null()]),
    details: Type.Record(Type.String(), Type.Unknown(), { description: 'Ids, codes and numbers' }),
  },
  { title: 'IncidentEntry' },
);

const listIncidents = query(
  { permission: 'identity.incident.read' },
  async (uow, { limit, after, state, kind, severity, personId }: Static<typeof Query>) => {
    const rows = await uow.rows<{ id: string }>(
      `select id from identity.incidents where agency_id = ? and (?::uuid is null or id < ?) and (?::text is null or state = ?)
         and (?::text is null or kind = ?) and (?::text is null or severity = ?)
         and (?::uuid is null or exists (select from identity.incident_people
           where agency_id = incidents.agency_id and incident_id = incidents.id and user_id = ?))
       order by id desc limit ?`,
      [
        uow.agencyId,
        ...[after, state, kind, severity, personId].flatMap((one) => [one ?? null, one ?? null]),
        limit + 1,
      ],
    );
    const { items, next } = pageOf(rows, limit);
    const found = await uow.find(Incident, { id: { $in: items.map(({ id }) => id) } });
    const newestFirst = found.toSorted((one, other) => (one.id < other.id ? 1 : -1));
    return { incidents: await incidentViews(uow, newestFirst), next };
  },
);

const getIncident = query({ permission: 'identity.incident.read' }, async (uow, incidentId: string) =>
  incidentView(uow, await uow.get(Incident, incidentId)),
);

const listEntries = query(
  { permission: 'identity.incident.read' },
  async (
    uow,
    { incidentId, limit, after }: { incidentId: string; limit: number; after?: string | undefined },
  ) => {
    await uow.get(Incident, incidentId);
    const rows = await uow.rows<Static<typeof Entry>>(
      `select id, to_json(at) #>> '{}' as at, actor_id as "actorId", what, note, details from identity.incident_entries
       where agency_id = ? and incident_id = ? and (?::uuid is null
         or position < (select position from identity.incident_entries where agency_id = ? and id = ?)) order by position desc limit ?`,
      [uow.agencyId, incidentId, after ?? null, uow.agencyId, after ?? null, limit + 1],
    );
    const { items, next } = pageOf(rows, limit);
    return { entries: items, next };
  },
);

const params = Type.Object({ incidentId: Id });

export const readIncidentRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/incidents',
    summary: 'Security incidents, newest first',
    access: 'identity.incident.read',
    query: Query,
    result: Type.Object({ incidents: Type.Array(IncidentView), next: Next }),
    handle: (call, { query: input }) => listIncidents(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/incidents/:incidentId',
    summary: 'One incident',
    access: 'identity.incident.read',
    params,
    result: IncidentView,
    handle: (call, { params: { incidentId } }) => getIncident(call, incidentId),
  }),
  route({
    method: 'GET',
    path: '/v1/incidents/:incidentId/timeline',
    summary: 'What happened in an incident, newest first',
    access: 'identity.incident.read',
    params,
    query: Type.Object(page),
    result: Type.Object({ entries: Type.Array(Entry), next: Next }),
    handle: (call, { params: { incidentId }, query: input }) => listEntries(call, { incidentId, ...input }),
  }),
];

/** An incident, for who writes to staff about it. */
export const describeIncidentRpc = () =>
  rpc(identity.IncidentsServiceService.describeIncident, async (call, { incidentId }) => {
    const { kind, kindName, severity, state, title } = await getIncident(call, incidentId);
    return { incidentId, kind, kindName, severity, state, title: title ?? '' };
  });
