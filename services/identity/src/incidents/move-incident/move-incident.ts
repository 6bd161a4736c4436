import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Incident, incidentTold, incidentView, IncidentView, publishChange } from '../incident.ts';
import { addEntry } from '../timeline.ts';
import { decideMove } from './decide.ts';

interface Target {
  readonly incidentId: string;
  readonly version: number;
}

const note = Type.Optional(Type.String({ minLength: 1, maxLength: 4_000 }));
const Text = Type.String({ minLength: 1, maxLength: 10_000 });

/** While an incident is closed, the next one of its kind about its people is a new one. */
const setClosed = (uow: UnitOfWork, incidentId: string, closed: boolean) =>
  uow.rows('update identity.incident_people set closed = ? where agency_id = ? and incident_id = ?', [
    closed,
    uow.agencyId,
    incidentId,
  ]);

const move = command(
  { permission: 'identity.incident.handle' },
  async (uow, input: Target & { state: 'investigating' | 'contained'; note?: string | undefined }) => {
    const incident = await uow.lock(Incident, input.incidentId, input.version);
    const verb = input.state === 'contained' ? 'contain' : 'investigate';
    Object.assign(incident, decideMove(incident, verb, uow.now));
    // Who begins to investigate what nobody looks after is its owner.
    incident.ownerId ??= uow.userId;
    const details = { state: incident.state };
    await addEntry(uow, incident.id, { what: 'state-changed', note: input.note, details });
    if (verb === 'contain') uow.publish(incident, events.incidentContained, incidentTold(incident));
    else publishChange(uow, incident);
    return incidentView(uow, incident);
  },
);

const close = command(
  { permission: 'identity.incident.close' },
  async (uow, { incidentId, version, cause, lessons }: Target & { cause: string; lessons: string }) => {
    const incident = await uow.lock(Incident, incidentId, version);
    Object.assign(incident, decideMove(incident, 'close', uow.now), { cause, lessons });
    await setClosed(uow, incidentId, true);
    await addEntry(uow, incidentId, { what: 'closed' });
    uow.publish(incident, events.incidentClosed, incidentTold(incident));
    return incidentView(uow, incident);
  },
);

const reopen = command(
  { permission: 'identity.incident.handle' },
  async (uow, { incidentId, version, reason }: Target & { reason: string }) => {
    const incident = await uow.lock(Incident, incidentId, version);
    Object.assign(incident, decideMove(incident, 'reopen', uow.now));
    await setClosed(uow, incidentId, false);
    await addEntry(uow, incidentId, { what: 'reopened', note: reason });
    uow.publish(incident, events.incidentReopened, incidentTold(incident));
    return incidentView(uow, incident);
  },
);

const params = Type.Object({ incidentId: Id });

export const moveIncidentRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/incidents/:incidentId/state',
    summary: 'Begin to investigate an incident, or say that it is contained',
    access: 'identity.incident.handle',
    params,
    body: Type.Object({ state: Type.Enum(['investigating', 'contained']), note }),
    result: IncidentView,
    versioned: true,
    handle: (call, { params: { incidentId }, body, version }) => move(call, { incidentId, version, ...body }),
  }),
  route({
    method: 'POST',
    path: '/v1/incidents/:incidentId/closing',
    summary: 'Close a contained incident with its cause and lessons',
    access: 'identity.incident.close',
    params,
    body: Type.Object({ cause: Text, lessons: Text }),
    result: IncidentView,
    versioned: true,
    handle: (call, { params: { incidentId }, body, version }) =>
      close(call, { incidentId, version, ...body }),
  }),
  route({
    method: 'POST',
    path: '/v1/incidents/:incidentId/reopening',
    summary: 'Open a closed incident again',
    access: 'identity.incident.handle',
    params,
    body: Type.Object({ reason: Text }),
    result: IncidentView,
    versioned: true,
    handle: (call, { params: { incidentId }, body, version }) =>
      reopen(call, { incidentId, version, ...body }),
  }),
];
