import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { incidentErrors } from './errors.ts';
import { administratorsOf } from '../users/administrators.ts';
import { Incident, incidentTold, incidentView, IncidentView, refuseClosed } from './incident.ts';
import { addEntry } from './timeline.ts';

interface Colleague {
  readonly userId: string;
  readonly branchId: string;
}

/** Has members of staff told; notifications asks for what it must say when it writes to them. */
async function tell(uow: UnitOfWork, incident: Incident, colleagues: readonly Colleague[]): Promise<void> {
  uow.publish(incident, events.incidentStaffNotified, {
    ...incidentTold(incident),
    colleagues: colleagues.map(({ userId, branchId }) => ({ userId, branchId })),
  });
  await addEntry(uow, incident.id, {
    what: 'staff-notified',
    details: { userIds: colleagues.map(({ userId }) => userId) },
  });
}

/**
 * High and critical incidents are told every administrator of the agency at once, and what a rule has opened unless it is low: nobody has seen that
 * one yet.
 */
export async function alarmAdministrators(uow: UnitOfWork, incident: Incident): Promise<void> {
  if (incident.severity === 'low' || (incident.severity === 'medium' && !incident.byRule)) return;
  // Whoever reports may not be allowed to see the administrators: the function gives their ids alone.
  const administrators = await administratorsOf(uow);
  if (administrators.length > 0) await tell(uow, incident, administrators);
}

const notifyStaff = command(
  { permission: 'identity.incident.handle' },
  async (uow, { incidentId, userIds }: { incidentId: string; userIds: string[] }) => {
    const incident = await uow.lock(Incident, incidentId);
    refuseClosed(incident);
    const colleagues = await uow.rows<Colleague>(
      `select id as "userId", branch_id as "branchId" from identity.users
       where agency_id = ? and id = any (string_to_array(?, ',')::uuid[]) and active and account = 'staff' order by id`,
      [uow.agencyId, userIds.join(',')],
    );
    if (colleagues.length < userIds.length) throw incidentErrors.noSuchUser();
    await tell(uow, incident, colleagues);
    return incidentView(uow, incident);
  },
);

export const notifyStaffRoute = () =>
  route({
    method: 'POST',
    path: '/v1/incidents/:incidentId/notifications',
    summary: 'Tell members of staff of an incident, in their inbox and by e-mail',
    access: 'identity.incident.handle',
    params: Type.Object({ incidentId: Id }),
    body: Type.Object({ userIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }) }),
    result: IncidentView,
    status: 201,
    handle: (call, { params, body }) => notifyStaff(call, { ...params, ...body }),
  });
