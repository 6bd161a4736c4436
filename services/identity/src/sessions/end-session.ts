import { requireMember, type Person } from '@yitu/access';
import { events } from '@yitu/contracts';
import { command, perform, requestErrors, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { forgetDevice } from '../devices/known-devices.ts';
import { checkRoles } from '../roles/give-roles.ts';
import { User } from '../users/user.ts';
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

/**
 * Ends sessions of a user, and forgets their devices: they may have been stolen.
 * @param which all when left out
 * @returns how many were ended now
 */
async function revokeSessions(
  uow: UnitOfWork,
  userId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  const open = await uow.find(Session, { userId, endedAt: null });
  const meant = open
    .filter(({ id }) => (which.only ?? id) === id && id !== which.except)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1)); // two who end the same ones never wait for each other
  let ended = 0;
  for (const { id } of meant) {
    const session = await uow.lock(Session, id);
    await uow.em.refresh(session);
    if (session.endedAt) continue; // somebody was quicker
    endSession(uow, session, 'revoked');
    if (session.deviceHash) await forgetDevice(uow, userId, session.deviceHash);
    ended += 1;
  }
  return ended;
}

async function asMyself<Result>(
  call: Call,
  work: (uow: UnitOfWork, person: Person) => Promise<Result>,
): Promise<Result> {
  const person = requireMember(call.principal) as Person; // access 'signed-in' at the HTTP door: a person
  return perform(call, { member: person, reach: 'agency', action: 'identity.session.end-own' }, (uow) =>
    work(uow, person),
  );
}

const signOut = (call: Call) =>
  asMyself(call, async (uow, { sessionId }) => {
    const session = await uow.lock(Session, sessionId);
    if (!session.endedAt) endSession(uow, session, 'signed-out');
    return { ended: true as const };
  });

const endOne = (call: Call, only: string) =>
  asMyself(call, async (uow, { userId }) => {
    const [session] = await uow.find(Session, { id: only, userId });
    if (!session) throw requestErrors.notFound();
    await revokeSessions(uow, userId, { only });
    return { ended: true as const };
  });

const endOthers = (call: Call) =>
  asMyself(call, async (uow, { userId, sessionId }) => ({
    ended: await revokeSessions(uow, userId, { except: sessionId }),
  }));

const endSomebodys = command(
  { permission: 'identity.session.end' },
  async (uow, { userId, only }: { userId: string; only?: string }) => {
    const user = await uow.get(User, userId);
    checkRoles(uow.member, user.roles); // nobody throws out whom they could not suspend
    if (only !== undefined && (await uow.find(Session, { id: only, userId })).length === 0)
      throw requestErrors.notFound();
    return { ended: await revokeSessions(uow, userId, only === undefined ? {} : { only }) };
  },
);

const Ended = Type.Object({ ended: Type.Literal(true) });
const HowMany = Type.Object({ ended: Type.Integer({ description: 'How many sessions were ended' }) });

export const endSessionRoutes = () => [
  route({
    method: 'DELETE',
    path: '/v1/sessions/current',
    summary: 'Sign out',
    access: 'signed-in',
    result: Ended,
    handle: (call) => signOut(call),
  }),
  route({
    method: 'DELETE',
    path: '/v1/sessions/:sessionId',
    summary: 'End one of my sessions',
    access: 'signed-in',
    params: Type.Object({ sessionId: Id }),
    result: Ended,
    handle: (call, { params }) => endOne(call, params.sessionId),
  }),
  route({
    method: 'DELETE',
    path: '/v1/sessions',
    summary: 'End all my sessions but this one',
    access: 'signed-in',
    result: HowMany,
    handle: (call) => endOthers(call),
  }),
  route({
    method: 'DELETE',
    path: '/v1/users/:userId/sessions/:sessionId',
    summary: "End one of somebody's sessions",
    access: 'identity.session.end',
    params: Type.Object({ userId: Id, sessionId: Id }),
    result: HowMany,
    handle: (call, { params: { userId, sessionId } }) => endSomebodys(call, { userId, only: sessionId }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/users/:userId/sessions',
    summary: "End all of somebody's sessions",
    access: 'identity.session.end',
    params: Type.Object({ userId: Id }),
    result: HowMany,
    handle: (call, { params: { userId } }) => endSomebodys(call, { userId }),
  }),
];
