import { requireMember, type Person } from '@yitu/access';
import { perform, query, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { describeDevice, Device } from '../devices/describe-device.ts';
import { Place, type FindPlace } from '../devices/places.ts';
import { User } from '../users/user.ts';
import { Session } from './session.ts';

const SessionView = Type.Object(
  {
    id: Id,
    method: Type.String({ description: 'password, second-factor, passkey or provider' }),
    device: Device,
    place: Place,
    startedAt: InstantText,
    lastUsedAt: InstantText,
    current: Type.Boolean({ description: 'The session this very request came with' }),
  },
  { title: 'SessionOfUser' },
);

const Sessions = Type.Object({ sessions: Type.Array(SessionView) });

export interface SessionRules {
  readonly places: FindPlace;
  /** After so many days without use a session cannot go on. */
  readonly refreshDays: number;
}

/** Sessions that can go on, the one used last first; a hundred at most. */
async function sessionsOf(uow: UnitOfWork, userId: string, { places, refreshDays }: SessionRules) {
  const usedAfter = uow.now.subtract({ hours: 24 * refreshDays });
  const open = await uow.find(Session, { userId, endedAt: null });
  return open
    .filter(({ lastUsedAt }) => Temporal.Instant.compare(lastUsedAt, usedAfter) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(other.lastUsedAt, one.lastUsedAt))
    .slice(0, 100)
    .map((session) => view(session, places, currentOf(uow)));
}

const currentOf = ({ member }: UnitOfWork) => (member.kind === 'person' ? member.sessionId : undefined);

const view = (
  session: Session,
  places: FindPlace,
  current: string | undefined,
): Static<typeof SessionView> => ({
  id: session.id,
  method: session.method,
  device: describeDevice(session.userAgent),
  place: places(session.remoteAddress),
  startedAt: session.startedAt.toString(),
  lastUsedAt: session.lastUsedAt.toString(),
  current: session.id === current,
});

async function listMine(call: Call, rules: SessionRules): Promise<Static<typeof Sessions>> {
  const member = requireMember(call.principal) as Person; // access 'signed-in' at the HTTP door: a person
  return perform(call, { member, reach: 'own', action: 'identity.session.read-own' }, async (uow) => ({
    sessions: await sessionsOf(uow, member.userId, rules),
  }));
}

/** Row security keeps sessions by agency; whose they may see is what users they may see. */
const listOf = query(
  { permission: 'identity.session.read' },
  async (uow, { userId, rules }: { userId: string; rules: SessionRules }) => {
    const user = await uow.get(User, userId);
    return { sessions: await sessionsOf(uow, user.id, rules) };
  },
);

export const listSessionRoutes = (rules: SessionRules) => [
  route({
    method: 'GET',
    path: '/v1/sessions',
    summary: 'Where I am signed in',
    access: 'signed-in',
    result: Sessions,
    handle: (call) => listMine(call, rules),
  }),
  route({
    method: 'GET',
    path: '/v1/users/:userId/sessions',
    summary: 'Where somebody is signed in',
    access: 'identity.session.read',
    params: Type.Object({ userId: Id }),
    result: Sessions,
    handle: (call, { params: { userId } }) => listOf(call, { userId, rules }),
  }),
];
