import type { Call, UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { DeviceToken, hashDevice } from '../devices/known-devices.ts';
import { errors } from '../errors.ts';
import { standingOf } from '../second-factor/standing.ts';
import { decideRefresh } from './decide-refresh.ts';
import { endSession } from './end-session.ts';
import { nameActor } from './name-actor.ts';
import { onOwnAccount } from './on-own-account.ts';
import { RefreshToken, Session } from './session.ts';
import { openSuccessor, sealSuccessor } from './successor.ts';
import { agencyOfToken, hashToken, issueTokens, signAccess, SignedIn, type TokenRules } from './tokens.ts';

type Tokens = Static<typeof SignedIn>;

interface Presented {
  readonly token: string;
  readonly device: string | undefined;
  readonly remoteAddress: string | undefined;
  /** Whether the token had been used when this request first looked at it; the transaction may run more than once. */
  first?: { unused: boolean };
}

const Body = Type.Object({
  refreshToken: Type.String({ minLength: 10, maxLength: 200 }),
  device: Type.Optional(DeviceToken),
});

/**
 * Exchanges a refresh token for the next pair; see decideRefresh for one that was used already.
 * @throws identity/refresh-token-invalid
 */
async function refresh(
  call: Call,
  rules: TokenRules,
  { refreshToken, device }: Static<typeof Body>,
): Promise<Tokens> {
  const agencyId = agencyOfToken(refreshToken);
  if (!agencyId) throw errors.refreshTokenInvalid();
  const presented: Presented = { token: refreshToken, device, remoteAddress: call.remoteAddress };
  const next = await onOwnAccount(call, agencyId, 'identity.session.refresh', (uow) =>
    use(uow, rules, presented),
  );
  if (!next) throw errors.refreshTokenInvalid();
  return next;
}

/** @returns undefined where the token is refused; the end of a session must be stored all the same, so nothing is thrown */
async function use(uow: UnitOfWork, rules: TokenRules, presented: Presented): Promise<Tokens | undefined> {
  const [known] = await uow.find(RefreshToken, { hash: hashToken(presented.token) });
  if (!known) return undefined;
  const first = (presented.first ??= { unused: !known.usedAt });
  // The session's lock makes two refreshes with one token come one after the other.
  const session = await uow.lock(Session, known.sessionId);
  await uow.em.refresh(session);
  const current = await uow.lock(RefreshToken, { hash: known.hash });
  await uow.em.refresh(current);
  const deviceProven = presented.device !== undefined && hashDevice(presented.device) === session.deviceHash;
  const kept = current.successor ? openSuccessor(current.successor, presented.token) : undefined;
  const decided = decideRefresh({
    sessionEnded: Boolean(session.endedAt),
    expired: Temporal.Instant.compare(current.expiresAt, uow.now) <= 0,
    used: Boolean(current.usedAt),
    secondFactorMissing: await lacksSecondFactor(uow, session),
    unusedAtFirst: first.unused,
    deviceProven,
    successorUnused: kept !== undefined && (await isUnused(uow, kept)),
  });
  if (decided === 'rotate') return rotate(uow, rules, { session, current, presented, deviceProven });
  if (decided === 'deliver-again' && kept !== undefined) return signAccess(session, rules, kept);
  if (decided === 'end-reused') endSession(uow, session, 'token-reuse');
  if (decided === 'end-expired') endSession(uow, session, 'expired');
  if (decided === 'end-revoked') endSession(uow, session, 'revoked');
  return undefined;
}

/** The next sign-in asks for it, or leads to setting one up. */
const lacksSecondFactor = async (uow: UnitOfWork, { method, userId }: Session): Promise<boolean> =>
  method === 'password' && (await standingOf(uow, userId)).required;

interface Rotation {
  readonly session: Session;
  readonly current: RefreshToken;
  readonly presented: Presented;
  readonly deviceProven: boolean;
}

async function rotate(
  uow: UnitOfWork,
  rules: TokenRules,
  { session, current, presented, deviceProven }: Rotation,
): Promise<Tokens> {
  await nameActor(uow, session.userId);
  const next = await issueTokens(uow, session, rules);
  current.usedAt = uow.now;
  if (deviceProven) current.successor = sealSuccessor(next.refreshToken, presented.token);
  // When and where a session was used last is told in lists; nobody else waits for it, so it is no event.
  await uow.rows(
    'update identity.sessions set last_used_at = ?, remote_address = ? where agency_id = ? and id = ?',
    [uow.now.toString(), presented.remoteAddress ?? '', uow.agencyId, session.id],
  );
  return next;
}

async function isUnused(uow: UnitOfWork, token: string): Promise<boolean> {
  const [known] = await uow.find(RefreshToken, { hash: hashToken(token) });
  return known !== undefined && !known.usedAt;
}

export const refreshSessionRoute = (rules: TokenRules) =>
  route({
    method: 'POST',
    path: '/v1/sessions/refresh',
    summary: 'Exchange a refresh token for the next pair of tokens',
    access: 'anyone',
    body: Body,
    result: SignedIn,
    handle: (call, { body }) => refresh(call, rules, body),
  });
