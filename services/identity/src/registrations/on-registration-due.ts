import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { lockFirst } from '../lock-first.ts';
import { accountWith } from '../users/find-users.ts';
import { recently, Registration } from './registration.ts';

/** Letters an hour that one e-mail address, or the owner of one account, is sent because of registrations. */
const lettersAtMost = 3;

/** Looks whether anybody has these names and addresses. If so the owner of the account is told, otherwise the address is to be confirmed. */
export const onRegistrationDue = reaction(events.registrationDue, async (uow, { registrationId }) => {
  const registration = await lockFirst(uow, Registration, { id: registrationId, state: 'asked' });
  if (!registration) return;
  const { email, mobile, userName } = registration;
  const existing = await accountWith(uow, { email, mobile, userName });
  registration.state = existing ? 'refused' : 'pending';
  registration.existingUserId = existing?.id ?? null;
  if (await tooMany(uow, registration)) return;
  const about = { registrationId, branchId: registration.branchId };
  const aggregate = { id: registrationId, version: 0 };
  if (!existing) uow.publish(aggregate, events.registrationAccepted, about);
  else
    uow.publish(aggregate, events.registrationRefused, {
      ...about,
      existingUserId: existing.id,
      applicantTold: existing.email.toLowerCase() !== email.toLowerCase(),
    });
});

async function tooMany(uow: UnitOfWork, { id, email, existingUserId }: Registration): Promise<boolean> {
  const others = { id: { $ne: id }, state: { $in: ['pending', 'refused', 'confirmed'] } };
  const sameAddress = await recently(uow, { ...others, email });
  const sameOwner = existingUserId ? await recently(uow, { ...others, existingUserId }) : 0;
  return Math.max(sameAddress, sameOwner) >= lettersAtMost;
}

/** What somebody entered is kept as long as they can confirm it, and not a day longer. */
export const onRegistrationExpiryDue = reaction(
  events.registrationExpiryDue,
  async (uow, { registrationId }) => {
    const [found] = await uow.find(Registration, { id: registrationId });
    if (found) uow.em.remove(found);
  },
);
