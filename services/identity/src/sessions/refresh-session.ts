import { perform, type Call, type UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { endSession } from './end-session.ts';
import { RefreshToken, Session } from './session.ts';
import { agencyOfToken, hashToken, issueTokens, SignedIn, type TokenRules } from './tokens.ts';

/**
 * Exchanges a refresh token for the next pair. A token that was used already is a stolen one, by whoever comes second: the whole session ends.
 * @throws identity/refresh-token-invalid
 */
async function refresh(call: Call, rules: TokenRules, token: string): Promise<Static<typeof SignedIn>> {
  const agencyId = agencyOfToken(token);
  if (!agencyId) throw errors.refreshTokenInvalid();
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const { idempotency: _answersWithSecretsAreNotKept, ...once } = call;
  const next = await perform(once, { member, reach: 'agency', action: 'identity.session.refresh' }, (uow) =>
    rotate(uow, rules, token),
  );
  if (!next) throw errors.refreshTokenInvalid();
  return next;
}

/** @returns undefined where the token is refused; the end of a session must be stored all the same, so nothing is thrown */
async function rotate(
  uow: UnitOfWork,
  rules: TokenRules,
  token: string,
): Promise<Static<typeof SignedIn> | undefined> {
  const [known] = await uow.find(RefreshToken, { hash: hashToken(token) });
  if (!known) return undefined;
  // The session's lock makes two refreshes with one token come one after the other.
  const session = await uow.lock(Session, known.sessionId);
  const current = await uow.lock(RefreshToken, { hash: known.hash });
  await uow.em.refresh(current);
  if (session.endedAt) return undefined;
  if (current.usedAt) {
    endSession(uow, session, 'token-reuse');
    return undefined;
  }
  if (Temporal.Instant.compare(current.expiresAt, uow.now) <= 0) {
    endSession(uow, session, 'expired');
    return undefined;
  }
  current.usedAt = uow.now;
  return issueTokens(uow, session, rules);
}

export const refreshSessionRoute = (rules: TokenRules) =>
  route({
    method: 'POST',
    path: '/v1/sessions/refresh',
    summary: 'Exchange a refresh token for the next pair of tokens',
    access: 'anyone',
    body: Type.Object({ refreshToken: Type.String({ minLength: 10, maxLength: 200 }) }),
    result: SignedIn,
    handle: (call, { body }) => refresh(call, rules, body.refreshToken),
  });
