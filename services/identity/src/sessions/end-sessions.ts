import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '@yitu/persistence';
import { forgetDevice } from '../devices/known-devices.ts';
import { endSession } from './end-session.ts';
import { forgetTickets } from '../second-factor/tickets.ts';
import { Session } from './session.ts';

interface Whose {
  /** Everybody's of the agency where left out. */
  readonly userId?: string;
  /** One alone. */
  readonly only?: string | undefined;
  /** The one that goes on. */
  readonly except?: string;
}

/**
 * Ends the sessions of a person, or of everybody, with the sign-ins that are half-way there, and forgets their devices, which may have been stolen;
 * each is told by its event.  @returns how many were open
 */
export async function endSessions(uow: UnitOfWork, { userId, only, except }: Whose): Promise<number> {
  const where = {
    agencyId: uow.agencyId,
    endedAt: null,
    ...(userId && { userId }),
    ...(only && { id: only }),
    ...(except && { id: { $ne: except } }),
  };
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const open = await uow.em.find(Session, where, { orderBy: { id: 'asc' }, lockMode });
  if (only === undefined) await forgetTickets(uow, userId);
  for (const session of open) {
    endSession(uow, session, 'revoked');
    if (session.deviceHash) await forgetDevice(uow, session.userId, session.deviceHash);
  }
  return open.length;
}
