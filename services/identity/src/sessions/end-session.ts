import { requireMember } from '@yitu/access';
import { events } from '@yitu/contracts';
import { perform, type Call, type UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Session } from './session.ts';

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

async function signOut(call: Call): Promise<{ ended: true }> {
  const member = requireMember(call.principal);
  if (member.kind !== 'person') throw new Error('the route is for persons');
  return perform(call, { member, reach: 'agency', action: 'identity.session.end' }, async (uow) => {
    const session = await uow.lock(Session, member.sessionId);
    if (!session.endedAt) endSession(uow, session, 'signed-out');
    return { ended: true as const };
  });
}

export const signOutRoute = () =>
  route({
    method: 'DELETE',
    path: '/v1/sessions/current',
    summary: 'Sign out',
    access: 'signed-in',
    result: Type.Object({ ended: Type.Literal(true) }),
    handle: (call) => signOut(call),
  });
