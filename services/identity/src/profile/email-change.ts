import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { InstantType, type UnitOfWork } from '@yitu/persistence';
import { errors } from '../errors.ts';
import type { User } from '../users/user.ts';

const validHours = 24;
/** Addresses an hour that one person may have written to. */
const perHour = 3;

/** An e-mail address that is somebody's once its owner has confirmed it. */
export const EmailChange = defineEntity({
  name: 'EmailChange',
  tableName: 'email_changes',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    userId: p.uuid(),
    branchId: p.uuid(),
    oldEmail: p.string(),
    newEmail: p.string(),
    state: p.string().$type<'pending' | 'confirmed' | 'replaced'>(),
    expiresAt: p.type(InstantType),
    createdAt: p.type(InstantType),
  },
});

export type EmailChange = InferEntity<typeof EmailChange>;

/** Links to addresses that were asked for and not confirmed are good for nothing any more. */
export async function replaceAddressChanges(uow: UnitOfWork, userId: string): Promise<void> {
  for (const earlier of await uow.find(EmailChange, { userId, state: 'pending' })) earlier.state = 'replaced';
}

/**
 * Has a new address confirmed by its owner, and the old one told. Whether another account has it is not looked at: its owner alone learns that.
 * @throws identity/too-many-addresses
 */
export async function askForEmail(uow: UnitOfWork, { id: userId, branchId, email }: User, newEmail: string) {
  const recent = { agencyId: uow.agencyId, userId, createdAt: { $gt: uow.now.subtract({ hours: 1 }) } };
  if ((await uow.em.count(EmailChange, recent)) >= perHour) throw errors.tooManyAddresses();
  await replaceAddressChanges(uow, userId);
  await uow.em.flush(); // one at a time may be pending
  const id = newId();
  const change = { userId, branchId, oldEmail: email, newEmail, state: 'pending' as const };
  const expiresAt = uow.now.add({ hours: validHours });
  uow.add(
    uow.em.create(EmailChange, { agencyId: uow.agencyId, id, ...change, expiresAt, createdAt: uow.now }),
  );
  uow.publish({ id, version: 0 }, events.emailChangeRequested, { emailChangeId: id, userId, branchId });
}
