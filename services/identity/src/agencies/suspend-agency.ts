import { events } from '@yitu/contracts';
import { perform, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { endSessions } from '../sessions/end-sessions.ts';
import { Agency, agencyStates } from './agency.ts';
import { AgencyView } from './list-agencies.ts';

interface Wish {
  agencyId: string;
  state: Agency['state'];
  version: number;
}

/** The platform's operator lets nobody of an agency in any more, or lets them in again. Everybody's sessions end and stay ended. */
async function setAgencyState(call: Call, { agencyId, state, version }: Wish) {
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const action = state === 'suspended' ? 'identity.agency.suspend' : 'identity.agency.resume';
  return perform(call, { member, reach: 'agency', action }, async (uow) => {
    const agency = await uow.lock(Agency, agencyId, version);
    if (agency.state !== state) {
      agency.state = state;
      // The record's actor is this service, which acts within the agency; who asked it stands beside.
      uow.audit({
        objectType: 'Agency',
        objectId: agencyId,
        change: 'update',
        after: { changedBy: 'operator' },
      });
      if (state === 'suspended') {
        uow.publish(agency, events.agencySuspended, { agencyId });
        await endSessions(uow, {});
      } else uow.publish(agency, events.agencyResumed, { agencyId });
    }
    const { id, code, name, currency, timeZone, createdAt } = agency;
    return {
      id,
      code,
      name,
      currency,
      timeZone,
      state,
      version: agency.version,
      createdAt: createdAt.toString(),
    };
  });
}

export const suspendAgencyRoute = () =>
  route({
    method: 'PUT',
    path: '/v1/agencies/:agencyId/state',
    summary: 'Suspend an agency, or resume it',
    access: 'operator',
    params: Type.Object({ agencyId: Id }),
    body: Type.Object({ state: Type.Enum([...agencyStates]) }),
    result: AgencyView,
    versioned: true,
    handle: (call, { params: { agencyId }, body: { state }, version }) =>
      setAgencyState(call, { agencyId, state, version }),
  });
