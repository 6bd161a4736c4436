import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import { replaceEarlier } from '../password-resets/password-reset.ts';
import { replaceAddressChanges } from '../profile/email-change.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import type { User } from './user.ts';

/**
 * A new password: whoever had signed in with the old one has to sign in again, and what they asked for with it (another address, another password) is void.
 * @param except the session that goes on
 */
export async function setPassword(
  uow: UnitOfWork,
  user: User,
  { passwordHash, except }: { passwordHash: string; except?: string },
): Promise<void> {
  user.passwordHash = passwordHash;
  await replaceEarlier(uow, user.id);
  await replaceAddressChanges(uow, user.id);
  uow.publish(user, events.userPasswordChanged, { userId: user.id });
  await endSessions(uow, { userId: user.id, ...(except && { except }) });
}
