import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { endSession } from '../sessions/end-session.ts';
import { Session } from '../sessions/session.ts';

/** What the tokens of a client's session were asked for. */
export const ClientSession = defineEntity({
  name: 'ClientSession',
  tableName: 'client_sessions',
  properties: {
    agencyId: p.uuid().primary(),
    sessionId: p.uuid().primary(),
    clientId: p.uuid(),
    scope: p.string(),
  },
});

export type ClientSession = InferEntity<typeof ClientSession>;

interface Use {
  readonly clientId: string;
  /** The token's scopes, sorted. */
  readonly scope: string;
  readonly remoteAddress: string;
  readonly userAgent: string;
}

/**
 * The session a token of these scopes belongs to: one for each set of scopes that is in use, so that a client which asks for a token every minute
 * does not leave a session each. Sessions of other scopes whose last token has expired end. The caller holds the client's lock.
 * @param tokenSeconds how long a token is valid
 */
export async function sessionFor(uow: UnitOfWork, use: Use, tokenSeconds: number): Promise<Session> {
  const { clientId, scope } = use;
  const open = await openSessions(uow, clientId);
  const [linked] = await uow.find(ClientSession, {
    clientId,
    scope,
    sessionId: { $in: open.map(({ id }) => id) },
  });
  const session = open.find(({ id }) => id === linked?.sessionId);
  const unused = uow.now.subtract({ seconds: tokenSeconds });
  for (const one of open)
    if (one !== session && Temporal.Instant.compare(one.lastUsedAt, unused) < 0)
      endSession(uow, one, 'expired');
  if (!session) return startSession(uow, use);
  // No event: that a session goes on is nothing anybody has to know.
  await uow.rows(
    'update identity.sessions set last_used_at = ?, remote_address = ? where agency_id = ? and id = ?',
    [uow.now.toString(), use.remoteAddress, uow.agencyId, session.id],
  );
  return session;
}

async function startSession(uow: UnitOfWork, use: Use): Promise<Session> {
  const { clientId, scope, remoteAddress, userAgent } = use;
  const session = uow.add(
    uow.em.create(Session, {
      agencyId: uow.agencyId,
      id: newId(),
      userId: clientId,
      method: 'client-credentials',
      deviceHash: null,
      userAgent,
      remoteAddress,
      startedAt: uow.now,
      lastUsedAt: uow.now,
      endedAt: null,
      endReason: null,
      version: 0,
    }),
  );
  uow.publish(session, events.sessionStarted, { sessionId: session.id, userId: clientId });
  await uow.em.flush(); // its scopes refer to it
  uow.add(uow.em.create(ClientSession, { agencyId: uow.agencyId, sessionId: session.id, clientId, scope }));
  return session;
}

const openSessions = (uow: UnitOfWork, clientId: string) =>
  uow.find(Session, { userId: clientId, endedAt: null });

/** Ends all sessions of a client: its tokens are good for nothing from now on. */
export async function endSessions(uow: UnitOfWork, clientId: string): Promise<void> {
  for (const session of await openSessions(uow, clientId)) endSession(uow, session, 'revoked');
}
