import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { preparedReaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import type { CustomerAccount, Identity } from '../identity.ts';
import { Customer, type CustomerName } from './customer.ts';
import { initialDetails } from './customer-details.ts';
import { nameOrderOf, storeNameParts } from './name-parts.ts';

/**
 * A customer has made an account of their own. It belongs to the one customer who has the same e-mail address, which its owner has confirmed;
 * a mobile number anybody could have typed, so it links nobody: the account gets a customer of its own, and staff see the likeness.
 */
export const onCustomerAccountRegistered = ({ customerAccount }: Identity) =>
  preparedReaction(
    events.customerAccountRegistered,
    ({ userId }, { agencyid: agencyId }) =>
      customerAccount({ principal: { kind: 'service', service: 'crm', agencyId } }, userId),
    async (uow, { userId }, _envelope, account) => {
      const known = await knownCustomer(uow, account);
      if (known) link(uow, known, userId);
      else await register(uow, account, userId);
    },
  );

async function knownCustomer(uow: UnitOfWork, { email }: CustomerAccount): Promise<Customer | undefined> {
  const found = await uow.rows<{ id: string }>(
    `select id from crm.customers where agency_id = ? and email_key = lower(?) and kind = 'person' and user_id is null limit 2`,
    [uow.agencyId, email],
  );
  const [only, ...others] = found;
  return only && others.length === 0 ? uow.lock(Customer, only.id) : undefined;
}

function link(uow: UnitOfWork, customer: Customer, userId: string): void {
  customer.userId = userId;
  const { id: customerId, branchId, category } = customer;
  uow.publish(customer, events.customerChanged, {
    customerId,
    branchId,
    category,
    changedFields: ['userId'],
    accountId: userId,
  });
}

async function register(uow: UnitOfWork, account: CustomerAccount, userId: string): Promise<void> {
  const { branchId, displayName, email, mobile, locale } = account;
  const details = { ...initialDetails, name: nameOf(displayName), email, phone: mobile || null, locale };
  const customer = uow.add(
    uow.em.create(Customer, {
      agencyId: uow.agencyId,
      id: newId(),
      branchId,
      ownerId: userId, // nobody on the staff looks after them yet
      userId,
      kind: 'person',
      ...details,
      nameKey: nameOrderOf(details.name),
      source: 'website',
      version: 0,
      createdAt: uow.now,
    }),
  );
  const { id: customerId, ownerId, category, kind, source } = customer;
  const told = { customerId, branchId, category, kind, source, ownerId, accountId: userId };
  uow.publish(customer, events.customerRegistered, told);
  await storeNameParts(uow, customer);
}

/** A name with Chinese characters is a Chinese one. */
const nameOf = (displayName: string): CustomerName =>
  /\p{Script=Han}/u.test(displayName) ? { zh: displayName } : { en: displayName };
