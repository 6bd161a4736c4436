import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';

/** How somebody showed who they are. */
export type SignInMethod = 'password' | 'second-factor' | 'passkey' | 'provider' | 'client-credentials';

/** One sign-in of a person on one device. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    userId: p.uuid(),
    method: p.string().$type<SignInMethod>(),
    userAgent: p.string(),
    remoteAddress: p.string(),
    deviceHash: p.string().nullable(),
    startedAt: p.type(InstantType),
    lastUsedAt: p.type(InstantType),
    endedAt: p.type(InstantType).nullable(),
    endReason: p.string().nullable(),
    version: p.integer(),
  },
});

export type Session = InferEntity<typeof Session>;

/** A refresh token by its hash; used once, then it has a successor. */
export const RefreshToken = defineEntity({
  name: 'RefreshToken',
  tableName: 'refresh_tokens',
  properties: {
    agencyId: p.uuid().primary(),
    hash: p.string().primary(),
    sessionId: p.uuid(),
    issuedAt: p.type(InstantType),
    expiresAt: p.type(InstantType),
    usedAt: p.type(InstantType).nullable(),
    successor: p.string().nullable(),
  },
});

export type RefreshToken = InferEntity<typeof RefreshToken>;
