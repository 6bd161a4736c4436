import { events } from '@yitu/contracts';
import { DomainError } from '@yitu/kernel';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { Agency } from '../agencies/agency.ts';
import { lockFirst } from '../lock-first.ts';
import { accountWith } from '../users/find-users.ts';
import { mobileOf } from '../users/mobile.ts';
import type { User } from '../users/user.ts';
import { PasswordReset, replaceEarlier, validMinutes } from './password-reset.ts';

/** Links an hour for one account. */
const perAccount = 3;

/** Looks whose the forgotten password is. Who may not sign in gets nothing; who may gets a link, and earlier ones die. */
export const onPasswordResetDue = reaction(events.passwordResetDue, async (uow, { passwordResetId }) => {
  const reset = await lockFirst(uow, PasswordReset, { id: passwordResetId, state: 'asked' });
  if (!reset) return;
  const [agency] = await uow.find(Agency, {});
  if (!agency) return forget(uow, passwordResetId);
  const user = await accountOf(uow, reset.login ?? '', agency);
  reset.login = null;
  if (!user || (await earlierOnes(uow, user)) >= perAccount) {
    reset.state = 'nobody';
    return;
  }
  await replaceEarlier(uow, user.id);
  reset.state = 'pending';
  reset.userId = user.id;
  reset.branchId = user.branchId;
  reset.expiresAt = uow.now.add({ minutes: validMinutes });
  const told = { passwordResetId, userId: user.id, branchId: user.branchId };
  uow.publish({ id: passwordResetId, version: 0 }, events.passwordResetGranted, told);
});

/** Whoever asked has made up the agency: nobody is found, and nothing of it stands in an audit trail. */
async function forget(uow: UnitOfWork, id: string): Promise<void> {
  await uow.rows(
    `update identity.password_resets set login = null, state = 'nobody' where agency_id = ? and id = ?`,
    [uow.agencyId, id],
  );
}

async function accountOf(uow: UnitOfWork, login: string, { country }: Agency): Promise<User | undefined> {
  const mobile = numberOf(login, country);
  const user = await accountWith(uow, { userName: login, email: login, mobile });
  return user?.active && user.account !== 'client' ? user : undefined;
}

function numberOf(login: string, country: string): string | null {
  try {
    return mobileOf(login, country);
  } catch (error) {
    if (error instanceof DomainError) return null; // a name or an e-mail address
    throw error;
  }
}

const earlierOnes = (uow: UnitOfWork, { id: userId }: User): Promise<number> =>
  uow.em.count(PasswordReset, {
    agencyId: uow.agencyId,
    userId,
    createdAt: { $gt: uow.now.subtract({ hours: 1 }) },
  });
