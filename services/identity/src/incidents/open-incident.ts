import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { ConcernedObject, Incident, incidentTold, incidentView, IncidentView } from './incident.ts';
import { incidentKinds, severities } from './kinds.ts';
import { alarmAdministrators } from './notify-staff.ts';
import { addEntry } from './timeline.ts';

const Body = Type.Object({
  kind: Type.Enum([...incidentKinds]),
  severity: Type.Enum([...severities]),
  title: Type.String({ minLength: 1, maxLength: 200 }),
  description: Type.String({ minLength: 1, maxLength: 10_000 }),
  people: Type.Array(Id, { maxItems: 50, uniqueItems: true, default: [] }),
  objects: Type.Array(ConcernedObject, { maxItems: 100, default: [] }),
});

interface NewIncident {
  readonly kind: Incident['kind'];
  readonly severity: Incident['severity'];
  readonly title: string | null;
  readonly description: string;
  readonly people: readonly string[];
  readonly objects: Incident['objects'];
}

/**
 * Opens an incident; alarmAdministrators says when every administrator is told, in the same transaction.
 * @throws identity/incident-open-already (by constraint) where one of this kind is open about one of these people, identity/no-such-user
 */
export async function openIncident(
  uow: UnitOfWork,
  { people, ...input }: NewIncident,
  details: Readonly<Record<string, string | number>> = {},
): Promise<Incident> {
  const openedBy = uow.member.kind === 'person' ? uow.member.userId : null;
  const incident = uow.add(
    uow.em.create(Incident, {
      ...input,
      agencyId: uow.agencyId,
      id: newId(),
      state: 'open',
      byRule: openedBy === null,
      openedBy,
      ownerId: null,
      openedAt: uow.now,
      containedAt: null,
      closedAt: null,
      cause: null,
      lessons: null,
      version: 0,
    }),
  );
  uow.publish(incident, events.incidentOpened, { ...incidentTold(incident), byRule: incident.byRule });
  await uow.em.flush(); // people and entries refer to their incident
  for (const userId of people.toSorted())
    await uow.rows(
      'insert into identity.incident_people (agency_id, incident_id, user_id, kind) values (?, ?, ?, ?)',
      [uow.agencyId, incident.id, userId, incident.kind],
    );
  await addEntry(uow, incident.id, { what: 'opened', details: { severity: incident.severity, ...details } });
  await alarmAdministrators(uow, incident);
  return incident;
}

const report = command({ permission: 'identity.incident.open' }, async (uow, input: Static<typeof Body>) =>
  incidentView(uow, await openIncident(uow, input)),
);

export const openIncidentRoute = () =>
  route({
    method: 'POST',
    path: '/v1/incidents',
    summary: 'Report a security incident',
    access: 'identity.incident.open',
    body: Body,
    result: IncidentView,
    status: 201,
    handle: (call, { body }) => report(call, body),
  });
