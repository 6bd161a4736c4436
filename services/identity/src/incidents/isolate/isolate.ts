import { newId } from '@yitu/kernel';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../../errors.ts';
import { endSession } from '../../sessions/end-session.ts';
import { Session } from '../../sessions/session.ts';
import { setUserActive } from '../../users/change-access.ts';
import { User } from '../../users/user.ts';
import { Incident, incidentView, IncidentView } from '../incident.ts';
import { refuseClosed } from '../move-incident/decide.ts';
import { addEntry } from '../timeline.ts';
import { decideSuspension, refuseOneself } from './decide.ts';

interface Asked {
  readonly incidentId: string;
  readonly userId: string;
  readonly action: 'suspend-account' | 'end-sessions';
}

const isolate = command(
  { permission: 'identity.incident.handle' },
  async (uow, { incidentId, userId, action }: Asked) => {
    const incident = await uow.lock(Incident, incidentId);
    refuseClosed(incident);
    refuseOneself({ actorId: uow.userId, userId });
    if (action === 'suspend-account') await suspend(uow, incidentId, userId);
    else await uow.get(User, userId);
    const ended = await endAllSessions(uow, userId);
    await addEntry(uow, incidentId, { what: 'sessions-ended', details: { userId, sessions: ended } });
    return incidentView(uow, incident);
  },
);

/** A suspended account's sessions end too: they would be good again once the account is. */
async function suspend(uow: UnitOfWork, incidentId: string, userId: string): Promise<void> {
  const administrators = await lockAdministrators(uow);
  const user = await uow.lock(User, userId);
  const { active } = user;
  const isolatedElsewhere = (await isolationsInForce(uow, userId)) > 0;
  if (decideSuspension({ actorId: uow.userId, userId, administrators, active, isolatedElsewhere }))
    setUserActive(uow, user, false);
  const isolationId = newId();
  await uow.rows(
    'insert into identity.incident_isolations (agency_id, id, incident_id, user_id, isolated_at) values (?, ?, ?, ?, ?)',
    [uow.agencyId, isolationId, incidentId, userId, uow.now.toString()],
  );
  await addEntry(uow, incidentId, { what: 'account-suspended', details: { userId, isolationId } });
}

/** Locked, so that two who suspend each other do not both find the other one left. */
async function lockAdministrators(uow: UnitOfWork): Promise<string[]> {
  const rows = await uow.rows<{ id: string }>(
    `select id from identity.users where agency_id = ? and active and 'system-administrator' = any (roles) order by id for update`,
    [uow.agencyId],
  );
  return rows.map(({ id }) => id);
}

async function isolationsInForce(uow: UnitOfWork, userId: string): Promise<number> {
  const [row] = await uow.rows<{ count: number }>(
    'select count(*)::integer as count from identity.incident_isolations where agency_id = ? and user_id = ? and lifted_at is null',
    [uow.agencyId, userId],
  );
  return row?.count ?? 0;
}

async function endAllSessions(uow: UnitOfWork, userId: string): Promise<number> {
  const sessions = await uow.find(Session, { userId, endedAt: null });
  for (const { id } of sessions.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const session = await uow.lock(Session, id);
    await uow.em.refresh(session); // it may have ended while the lock was waited for
    if (!session.endedAt) endSession(uow, session, 'revoked');
  }
  return sessions.length;
}

const lift = command(
  { permission: 'identity.incident.handle' },
  async (uow, { incidentId, isolationId }: { incidentId: string; isolationId: string }) => {
    const incident = await uow.lock(Incident, incidentId);
    const [isolation] = await uow.rows<{ userId: string; lifted: boolean }>(
      `select user_id as "userId", lifted_at is not null as lifted from identity.incident_isolations
       where agency_id = ? and incident_id = ? and id = ?`,
      [uow.agencyId, incidentId, isolationId],
    );
    if (!isolation) throw requestErrors.notFound();
    if (isolation.lifted) throw errors.isolationLifted();
    const { userId } = isolation;
    const user = await uow.lock(User, userId);
    await uow.rows('update identity.incident_isolations set lifted_at = ? where agency_id = ? and id = ?', [
      uow.now.toString(),
      uow.agencyId,
      isolationId,
    ]);
    // Another incident may still keep the account out.
    const stillInForce = await isolationsInForce(uow, userId);
    if (stillInForce === 0 && !user.active) setUserActive(uow, user, true);
    await addEntry(uow, incidentId, {
      what: 'account-let-in',
      details: { userId, isolationId, stillInForce },
    });
    return incidentView(uow, incident);
  },
);

export const isolateRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/incidents/:incidentId/isolations',
    summary: 'Suspend an account or end its sessions because of an incident',
    access: 'identity.incident.handle',
    params: Type.Object({ incidentId: Id }),
    body: Type.Object({ action: Type.Enum(['suspend-account', 'end-sessions']), userId: Id }),
    result: IncidentView,
    status: 201,
    handle: (call, { params, body }) => isolate(call, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/v1/incidents/:incidentId/isolations/:isolationId/lifting',
    summary: 'Let a suspended account in again',
    access: 'identity.incident.handle',
    params: Type.Object({ incidentId: Id, isolationId: Id }),
    result: IncidentView,
    handle: (call, { params }) => lift(call, params),
  }),
];
