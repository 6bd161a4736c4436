import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType, type UnitOfWork } from '@yitu/persistence';

/** How long the e-mail address can be confirmed; what was entered is kept no longer. */
export const validHours = 24;

/** Somebody who wants an account as a customer. */
export const Registration = defineEntity({
  name: 'Registration',
  tableName: 'registrations',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    userName: p.string(),
    displayName: p.string(),
    email: p.string(),
    mobile: p.string(),
    locale: p.string().$type<'zh' | 'en'>(),
    passwordHash: p.string(),
    termsId: p.uuid(),
    privacyId: p.uuid(),
    remoteAddress: p.string(),
    state: p.string().$type<'asked' | 'pending' | 'refused' | 'confirmed'>(),
    /** Whose account has the same name or address. */
    existingUserId: p.uuid().nullable(),
    userId: p.uuid().nullable(),
    expiresAt: p.type(InstantType),
    createdAt: p.type(InstantType),
  },
});

export type Registration = InferEntity<typeof Registration>;

/** Registrations of the last hour that fit. */
export const recently = (uow: UnitOfWork, where: object): Promise<number> =>
  uow.em.count(Registration, {
    agencyId: uow.agencyId,
    createdAt: { $gt: uow.now.subtract({ hours: 1 }) },
    ...where,
  });
