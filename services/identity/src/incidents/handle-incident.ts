import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { incidentErrors } from './errors.ts';
import { User } from '../users/user.ts';
import { Incident, incidentView, IncidentView, publishChange, refuseClosed } from './incident.ts';
import { severities, type Severity } from './kinds.ts';
import { alarmAdministrators } from './notify-staff.ts';
import { addEntry } from './timeline.ts';

interface Target {
  readonly incidentId: string;
  readonly version: number;
}

const rate = command(
  { permission: 'identity.incident.handle' },
  async (uow, input: Target & { severity: Severity; note?: string | undefined }) => {
    const incident = await uow.lock(Incident, input.incidentId, input.version);
    refuseClosed(incident);
    const before = incident.severity;
    incident.severity = input.severity;
    publishChange(uow, incident);
    const details = { from: before, to: input.severity };
    await addEntry(uow, incident.id, { what: 'severity-changed', note: input.note, details });
    if (severities.indexOf(input.severity) > severities.indexOf(before))
      await alarmAdministrators(uow, incident);
    return incidentView(uow, incident);
  },
);

const hand = command(
  { permission: 'identity.incident.handle' },
  async (uow, { incidentId, version, ownerId }: Target & { ownerId: string }) => {
    const incident = await uow.lock(Incident, incidentId, version);
    refuseClosed(incident);
    const [owner] = await uow.find(User, { id: ownerId, active: true, account: 'staff' });
    if (!owner) throw incidentErrors.noSuchUser();
    incident.ownerId = ownerId;
    publishChange(uow, incident);
    await addEntry(uow, incidentId, { what: 'owner-changed', details: { ownerId } });
    return incidentView(uow, incident);
  },
);

const writeNote = command(
  { permission: 'identity.incident.handle' },
  async (uow, { incidentId, text }: { incidentId: string; text: string }) => {
    const incident = await uow.lock(Incident, incidentId);
    refuseClosed(incident);
    await addEntry(uow, incidentId, { what: 'noted', note: text });
    return incidentView(uow, incident);
  },
);

const params = Type.Object({ incidentId: Id });
const Note = Type.String({ minLength: 1, maxLength: 4_000 });

export const handleIncidentRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/incidents/:incidentId/severity',
    summary: 'Rate an incident higher or lower',
    access: 'identity.incident.handle',
    params,
    body: Type.Object({ severity: Type.Enum([...severities]), note: Type.Optional(Note) }),
    result: IncidentView,
    versioned: true,
    handle: (call, { params: { incidentId }, body, version }) => rate(call, { incidentId, version, ...body }),
  }),
  route({
    method: 'PUT',
    path: '/v1/incidents/:incidentId/owner',
    summary: 'Say who handles an incident',
    access: 'identity.incident.handle',
    params,
    body: Type.Object({ ownerId: Id }),
    result: IncidentView,
    versioned: true,
    handle: (call, { params: { incidentId }, body, version }) => hand(call, { incidentId, version, ...body }),
  }),
  route({
    method: 'POST',
    path: '/v1/incidents/:incidentId/notes',
    summary: "Add a note to an incident's timeline",
    access: 'identity.incident.handle',
    params,
    body: Type.Object({ text: Note }),
    result: IncidentView,
    status: 201,
    handle: (call, { params: { incidentId }, body }) => writeNote(call, { incidentId, ...body }),
  }),
];
