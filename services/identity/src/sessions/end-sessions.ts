import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '@yitu/persistence';
import { endSession } from './end-session.ts';
import { Session } from './session.ts';

interface Whose {
  /** Everybody's of the agency where left out. */
  readonly userId?: string;
  /** The one that goes on. */
  readonly except?: string;
}

/** Ends the sessions of a person, or of everybody; each is told by its event. @returns how many were open */
export async function endSessions(uow: UnitOfWork, { userId, except }: Whose): Promise<number> {
  const where = {
    agencyId: uow.agencyId,
    endedAt: null,
    ...(userId && { userId }),
    ...(except && { id: { $ne: except } }),
  };
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const open = await uow.em.find(Session, where, { orderBy: { id: 'asc' }, lockMode });
  for (const session of open) endSession(uow, session, 'revoked');
  return open.length;
}
