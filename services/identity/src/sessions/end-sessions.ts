import type { UnitOfWork } from '@yitu/persistence';
import { endSession } from './end-session.ts';
import { Session } from './session.ts';

interface Whose {
  /** Everybody's of the agency where left out. */
  readonly userId?: string;
  /** The one that goes on. */
  readonly except?: string;
}

/** Ends the sessions of a person, or of everybody; each is told by its event. */
export async function endSessions(uow: UnitOfWork, { userId, except }: Whose): Promise<void> {
  const open = await uow.find(Session, { endedAt: null, ...(userId && { userId }) });
  for (const { id } of open.filter((session) => session.id !== except)) {
    const session = await uow.lock(Session, id);
    if (!session.endedAt) endSession(uow, session, 'revoked');
  }
}
