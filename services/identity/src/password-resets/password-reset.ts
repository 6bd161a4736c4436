import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType, type UnitOfWork } from '@yitu/persistence';

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

/** Links that were not used are good for nothing any more. */
export async function replaceEarlier(uow: UnitOfWork, userId: string): Promise<void> {
  for (const earlier of await uow.find(PasswordReset, { userId, state: 'pending' }))
    earlier.state = 'replaced';
}
