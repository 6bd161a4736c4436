import { requireMember, type Person } from '@yitu/access';
import { command, perform, requestErrors, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { checkManages } from '../roles/give-roles.ts';
import { User } from '../users/user.ts';
import { endSession } from './end-session.ts';
import { endSessions } from './end-sessions.ts';
import { Session } from './session.ts';

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
    await endSessions(uow, { userId, only });
    return { ended: true as const };
  });

const endOthers = (call: Call) =>
  asMyself(call, async (uow, { userId, sessionId }) => ({
    ended: await endSessions(uow, { userId, except: sessionId }),
  }));

const endSomebodys = command(
  { permission: 'identity.session.end' },
  async (uow, { userId, only }: { userId: string; only?: string }) => {
    const user = await uow.get(User, userId);
    if (only !== undefined && (await uow.find(Session, { id: only, userId })).length === 0)
      throw requestErrors.notFound();
    await checkManages(uow, user); // nobody throws out whom they could not suspend
    return { ended: await endSessions(uow, { userId, only }) };
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
