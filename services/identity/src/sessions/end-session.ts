import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import type { Session } from './session.ts';

/** Ends a session; all services know it with the event. */
export function endSession(
  uow: UnitOfWork,
  session: Session,
  reason: 'signed-out' | 'revoked' | 'token-reuse' | 'expired',
): void {
  session.endedAt = uow.now;
  session.endReason = reason;
  uow.publish(session, events.sessionEnded, { sessionId: session.id, userId: session.userId, reason });
}
