import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';

export const validMinutes = 30;

/** Somebody has forgotten a password. */
export const PasswordReset = defineEntity({
  name: 'PasswordReset',
  tableName: 'password_resets',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** What was typed, until it is known whose it is. */
    login: p.string().nullable(),
    remoteAddress: p.string(),
    userId: p.uuid().nullable(),
    branchId: p.uuid().nullable(),
    state: p.string().$type<'asked' | 'pending' | 'nobody' | 'used' | 'replaced'>(),
    expiresAt: p.type(InstantType),
    createdAt: p.type(InstantType),
  },
});

export type PasswordReset = InferEntity<typeof PasswordReset>;
