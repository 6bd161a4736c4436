import { newId } from '@yitu/kernel';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Client } from '../../clients/client.ts';
import { disableClient, enableClient } from '../../clients/disable-client.ts';
import { incidentErrors } from '../errors.ts';
import { endSessions } from '../../sessions/end-sessions.ts';
import { keepAdministrator } from '../../users/administrators.ts';
import { setUserActive } from '../../users/change-access.ts';
import { User } from '../../users/user.ts';
import { Incident, incidentView, IncidentView, isolations, refuseClosed } from '../incident.ts';
import { addEntry } from '../timeline.ts';
import { decideSuspension, refuseOneself } from './decide.ts';

type Isolation = (typeof isolations)[number];

interface Asked {
  readonly incidentId: string;
  readonly userId: string;
  readonly action: Isolation | 'end-sessions';
}

const isolate = command(
  { permission: 'identity.incident.handle' },
  async (uow, { incidentId, userId, action }: Asked) => {
    const incident = await uow.lock(Incident, incidentId);
    refuseClosed(incident);
    refuseOneself({ actorId: uow.userId, userId });
    if (action === 'end-sessions') await uow.get(User, userId);
    else await keepOut(uow, incidentId, userId, action);
    const sessions = await endSessions(uow, { userId });
    await addEntry(uow, incidentId, { what: 'sessions-ended', details: { userId, sessions } });
    if (action === 'suspend-account') await keepAdministrator(uow);
    return incidentView(uow, incident);
  },
);

/** The sessions of an account that is kept out end too: they would be good again once it is let in. */
async function keepOut(
  uow: UnitOfWork,
  incidentId: string,
  userId: string,
  action: Isolation,
): Promise<void> {
  const isClient = action === 'disable-client';
  // A client's own row is locked before its user, as everywhere.
  if (isClient) await uow.lock(Client, userId);
  const user = await uow.lock(User, { id: userId, account: isClient ? 'client' : { $ne: 'client' } });
  const { active } = user;
  const isolatedElsewhere = (await isolationsInForce(uow, userId)) > 0;
  if (decideSuspension({ actorId: uow.userId, userId, active, isolatedElsewhere }))
    if (isClient) await disableClient(uow, userId);
    else setUserActive(uow, user, false);
  const isolationId = newId();
  await uow.rows(
    'insert into identity.incident_isolations (agency_id, id, incident_id, user_id, action, isolated_at) values (?, ?, ?, ?, ?, ?)',
    [uow.agencyId, isolationId, incidentId, userId, action, uow.now.toString()],
  );
  const what = isClient ? 'client-disabled' : 'account-suspended';
  await addEntry(uow, incidentId, { what, details: { userId, isolationId } });
}

async function isolationsInForce(uow: UnitOfWork, userId: string): Promise<number> {
  const [row] = await uow.rows<{ count: number }>(
    'select count(*)::integer as count from identity.incident_isolations where agency_id = ? and user_id = ? and lifted_at is null',
    [uow.agencyId, userId],
  );
  return row?.count ?? 0;
}

const lift = command(
  { permission: 'identity.incident.handle' },
  async (uow, { incidentId, isolationId }: { incidentId: string; isolationId: string }) => {
    const incident = await uow.lock(Incident, incidentId);
    const [isolation] = await uow.rows<{ userId: string; action: Isolation; lifted: boolean }>(
      `select user_id as "userId", action, lifted_at is not null as lifted from identity.incident_isolations
       where agency_id = ? and incident_id = ? and id = ?`,
      [uow.agencyId, incidentId, isolationId],
    );
    if (!isolation) throw requestErrors.notFound();
    if (isolation.lifted) throw incidentErrors.isolationLifted();
    const { userId, action } = isolation;
    const isClient = action === 'disable-client';
    if (isClient) await uow.lock(Client, userId);
    const user = await uow.lock(User, userId);
    await uow.rows('update identity.incident_isolations set lifted_at = ? where agency_id = ? and id = ?', [
      uow.now.toString(),
      uow.agencyId,
      isolationId,
    ]);
    // Another incident may still keep the account out; who has left meanwhile stays away.
    const stillInForce = await isolationsInForce(uow, userId);
    if (stillInForce === 0 && user.state === 'suspended')
      if (isClient) await enableClient(uow, userId);
      else setUserActive(uow, user, true);
    const what = isClient ? 'client-enabled' : 'account-let-in';
    await addEntry(uow, incidentId, { what, details: { userId, isolationId, stillInForce } });
    return incidentView(uow, incident);
  },
);

export const isolateRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/incidents/:incidentId/isolations',
    summary: 'Suspend an account, disable an API client or end sessions because of an incident',
    access: 'identity.incident.handle',
    params: Type.Object({ incidentId: Id }),
    body: Type.Object({ action: Type.Enum([...isolations, 'end-sessions']), userId: Id }),
    result: IncidentView,
    status: 201,
    handle: (call, { params, body }) => isolate(call, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/v1/incidents/:incidentId/isolations/:isolationId/lifting',
    summary: 'Let an account or API client in again',
    access: 'identity.incident.handle',
    params: Type.Object({ incidentId: Id, isolationId: Id }),
    result: IncidentView,
    handle: (call, { params }) => lift(call, params),
  }),
];
