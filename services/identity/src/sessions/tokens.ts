import { createHash, randomBytes } from 'node:crypto';
import type { UnitOfWork } from '@yitu/persistence';
import { isId } from '@yitu/kernel';
import { Id } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { SigningKeys } from '../keys/signing-keys.ts';
import { RefreshToken, type Session } from './session.ts';

export interface TokenRules {
  readonly keys: SigningKeys;
  readonly accessSeconds: number;
  readonly refreshDays: number;
}

export const SignedIn = Type.Object(
  {
    accessToken: Type.String(),
    expiresInSeconds: Type.Integer(),
    refreshToken: Type.String({ description: 'Good for one refresh; the answer to it holds the next one.' }),
    sessionId: Id,
    userId: Id,
    agencyId: Id,
    device: Type.Optional(
      Type.String({
        description:
          'To be kept on this device and shown at its next sign-in: it makes the device a known one.',
      }),
    ),
  },
  { title: 'SignedIn' },
);

/** Issues the next pair of tokens of a session; the refresh token is stored as its hash only. */
export async function issueTokens(
  uow: UnitOfWork,
  session: Session,
  rules: TokenRules,
): Promise<Static<typeof SignedIn>> {
  const { agencyId, id: sessionId } = session;
  const refreshToken = `${agencyId}.${randomBytes(32).toString('base64url')}`;
  const expiresAt = uow.now.add({ hours: 24 * rules.refreshDays });
  uow.add(
    uow.em.create(RefreshToken, {
      agencyId,
      hash: hashToken(refreshToken),
      sessionId,
      issuedAt: uow.now,
      expiresAt,
      usedAt: null,
      successor: null,
    }),
  );
  return signAccess(session, rules, refreshToken);
}

/** A new access token of a session, beside a refresh token that exists. */
export async function signAccess(
  { agencyId, id: sessionId, userId }: Session,
  rules: TokenRules,
  refreshToken: string,
): Promise<Static<typeof SignedIn>> {
  const accessToken = await rules.keys.sign(
    { kind: 'person', agencyId, userId, sessionId },
    rules.accessSeconds,
  );
  return { accessToken, expiresInSeconds: rules.accessSeconds, refreshToken, sessionId, userId, agencyId };
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The agency a refresh token belongs to: it must be known before row security shows the token's row. */
export function agencyOfToken(token: string): string | undefined {
  const [agencyId = ''] = token.split('.');
  return isId(agencyId) ? agencyId : undefined;
}
