import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { InstantType, type UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { incidentErrors } from './errors.ts';
import { incidentKinds, kindNames, severities, type IncidentKind, type Severity } from './kinds.ts';

export const incidentStates = ['open', 'investigating', 'contained', 'closed'] as const;
export type IncidentState = (typeof incidentStates)[number];

/** A thing an incident concerns: where it is kept and its id, never its content. */
export const ConcernedObject = Type.Object({
  type: Type.String({ pattern: '^[a-z]+(\\.[a-z-]+)?$', maxLength: 60, description: 'Such as crm.customer' }),
  id: Id,
});

/** Something that endangers accounts or data of the agency, from its opening to its lessons. */
export const Incident = defineEntity({
  name: 'Incident',
  tableName: 'incidents',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.string().$type<IncidentKind>(),
    severity: p.string().$type<Severity>(),
    state: p.string().$type<IncidentState>(),
    byRule: p.boolean(),
    title: p.string().nullable(),
    description: p.string(),
    objects: p.json<Static<typeof ConcernedObject>[]>(),
    openedBy: p.uuid().nullable(),
    /** Who handles it. */
    ownerId: p.uuid().nullable(),
    openedAt: p.type(InstantType),
    containedAt: p.type(InstantType).nullable(),
    closedAt: p.type(InstantType).nullable(),
    cause: p.string().nullable(),
    lessons: p.string().nullable(),
    version: p.integer(),
  },
});

export type Incident = InferEntity<typeof Incident>;

const IdOrNull = Type.Union([Id, Type.Null()]);
const InstantOrNull = Type.Union([InstantText, Type.Null()]);
const TextOrNull = Type.Union([Type.String(), Type.Null()]);

export const isolations = ['suspend-account', 'disable-client'] as const;

const Isolation = Type.Object(
  {
    id: Id,
    action: Type.Enum([...isolations]),
    userId: Type.String({ format: 'uuid', description: "A client's id where it is one" }),
    isolatedAt: InstantText,
    liftedAt: InstantOrNull,
  },
  { title: 'Isolation', description: 'An account that is kept out for this incident' },
);
type Isolation = Static<typeof Isolation>;

export const IncidentView = Type.Object(
  {
    id: Id,
    kind: Type.Enum([...incidentKinds]),
    kindName: LocalText,
    severity: Type.Enum([...severities]),
    state: Type.Enum([...incidentStates]),
    byRule: Type.Boolean({ description: 'Opened by a rule, not by a person' }),
    title: TextOrNull,
    description: Type.String(),
    people: Type.Array(Id, { description: 'Whose accounts it concerns' }),
    isolations: Type.Array(Isolation),
    objects: Type.Array(ConcernedObject),
    openedBy: IdOrNull,
    ownerId: IdOrNull,
    openedAt: InstantText,
    containedAt: InstantOrNull,
    closedAt: InstantOrNull,
    cause: TextOrNull,
    lessons: TextOrNull,
    version: Version,
  },
  { title: 'Incident' },
);

interface Parts {
  readonly people: string[];
  readonly isolations: Isolation[];
}

const view = (incident: Incident, { people, isolations }: Parts): Static<typeof IncidentView> => ({
  id: incident.id,
  kind: incident.kind,
  kindName: { ...kindNames[incident.kind] },
  severity: incident.severity,
  state: incident.state,
  byRule: incident.byRule,
  title: incident.title ?? null,
  description: incident.description,
  people,
  isolations,
  objects: incident.objects,
  openedBy: incident.openedBy ?? null,
  ownerId: incident.ownerId ?? null,
  openedAt: incident.openedAt.toString(),
  containedAt: incident.containedAt?.toString() ?? null,
  closedAt: incident.closedAt?.toString() ?? null,
  cause: incident.cause ?? null,
  lessons: incident.lessons ?? null,
  version: incident.version,
});

/** Incidents with the people they concern and whose accounts were isolated. */
export async function incidentViews(
  uow: UnitOfWork,
  incidents: readonly Incident[],
): Promise<Static<typeof IncidentView>[]> {
  const rows = await uow.rows<Parts & { id: string }>(
    `select id,
       array(select user_id::text from identity.incident_people
             where agency_id = incidents.agency_id and incident_id = incidents.id order by user_id) as people,
       coalesce((select jsonb_agg(jsonb_build_object('id', isolation.id, 'action', action, 'userId', user_id, 'isolatedAt', isolated_at, 'liftedAt', lifted_at)
                   order by isolation.id)
                 from identity.incident_isolations isolation
                 where agency_id = incidents.agency_id and incident_id = incidents.id), '[]') as isolations
     from identity.incidents where agency_id = ? and id = any (string_to_array(?, ',')::uuid[])`,
    [uow.agencyId, incidents.map(({ id }) => id).join(',')],
  );
  const parts = new Map(rows.map((row) => [row.id, row]));
  return incidents.map((one) => view(one, parts.get(one.id) ?? { people: [], isolations: [] }));
}

export async function incidentView(
  uow: UnitOfWork,
  incident: Incident,
): Promise<Static<typeof IncidentView>> {
  const [one] = await incidentViews(uow, [incident]);
  if (!one) throw new Error('one incident has one view');
  return one;
}

/** What is closed is opened again before it changes. @throws identity/incident-wrong-state */
export function refuseClosed({ state }: Pick<Incident, 'state'>): void {
  if (state === 'closed') throw incidentErrors.incidentWrongState({ state });
}

/** What the events of an incident tell of it. */
export const incidentTold = ({ id, kind, severity }: Incident) => ({ incidentId: id, kind, severity });

/** Tells a change that has no event of its own. */
export function publishChange(uow: UnitOfWork, incident: Incident): void {
  const { state, ownerId } = incident;
  uow.publish(incident, events.incidentChanged, { ...incidentTold(incident), state, ownerId: ownerId ?? '' });
}
