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
  const open = await uow.find(Session, { endedAt: null, ...(userId && { userId }) });
  const ending = open.filter((session) => session.id !== except);
  for (const { id } of ending) {
    const session = await uow.lock(Session, id);
    await uow.em.refresh(session); // it may have ended while the lock was waited for
    if (!session.endedAt) endSession(uow, session, 'revoked');
  }
  return ending.length;
}
