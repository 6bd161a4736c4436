import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import { endSessions } from '../sessions/end-sessions.ts';
import type { User } from './user.ts';

/** A new password: whoever had signed in with the old one has to sign in again. @param except the session that goes on */
export async function setPassword(
  uow: UnitOfWork,
  user: User,
  { passwordHash, except }: { passwordHash: string; except?: string },
): Promise<void> {
  user.passwordHash = passwordHash;
  uow.publish(user, events.userPasswordChanged, { userId: user.id });
  await endSessions(uow, { userId: user.id, ...(except && { except }) });
}
