import type { UnitOfWork } from '@yitu/persistence';
import type { Delivery } from '../deliveries/delivery.ts';
import { isAccountLetter, isStaffLetter, type Facts } from '../templates/variables.ts';
import { putIntoInbox } from './inbox-item.ts';

/**
 * A customer who has an account finds what a letter about their order says among their messages too. Called once a letter, whether it reaches
 * them by e-mail or not.
 */
export async function tellCustomer(uow: UnitOfWork, letter: Delivery): Promise<void> {
  const { template, aboutId, branchId, customerId, facts } = letter;
  if (customerId == null || isAccountLetter(template) || isStaffLetter(template)) return;
  const [account] = await uow.rows<{ userId: string }>(
    'select account_id as "userId" from notifications.customers where agency_id = ? and id = ?',
    [uow.agencyId, customerId],
  );
  if (!account) return;
  // queueLetter stored the facts with this template
  const told = { template, facts: facts as Facts[typeof template] };
  putIntoInbox(uow, { ...told, aboutId, branchId, to: account, done: true });
}
