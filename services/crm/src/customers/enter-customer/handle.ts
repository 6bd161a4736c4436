import { events } from '@yitu/contracts';
import { branchForNew } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Customer } from '../customer.ts';
import { initialDetails, settleDetails, type CustomerDetails } from '../customer-details.ts';
import { customerView } from '../customer-view.ts';
import { nameOrderOf, storeNameParts } from '../name-parts.ts';
import { decideEntering, visibleSuspects, type Suspect } from './decide.ts';

const permission = 'crm.customer.enter';

export type Entry = Pick<Customer, 'kind'> &
  Pick<CustomerDetails, 'name'> &
  Partial<CustomerDetails> & { branchId?: string; confirmDuplicate?: boolean };

/** Enters a customer for the caller to look after, and says who may be the same one. */
export const enterCustomer = command({ permission }, async (uow, entry: Entry) => {
  const { kind, branchId: named, confirmDuplicate = false, ...given } = entry;
  const details = settleDetails(kind, { ...initialDetails, ...given }, uow.now);
  const branchId = await branchForNew(uow, permission, named);
  const suspects = visibleSuspects(uow.member, await findSuspects(uow, details));
  decideEntering(suspects, confirmDuplicate);
  const customer = uow.add(
    uow.em.create(Customer, {
      agencyId: uow.agencyId,
      id: newId(),
      branchId,
      ownerId: uow.userId,
      userId: null,
      kind,
      ...details,
      nameKey: nameOrderOf(details.name),
      version: 0,
      createdAt: uow.now,
    }),
  );
  const { category, source } = details;
  uow.publish(customer, events.customerRegistered, {
    customerId: customer.id,
    branchId,
    category,
    kind,
    source,
    ownerId: customer.ownerId,
  });
  await storeNameParts(uow, customer);
  const possibleDuplicates = suspects.map(({ id, reason }) => ({ id, reason }));
  return { ...customerView(customer), possibleDuplicates };
});

/** Customers with the same phone number, e-mail address, or name and birth date. Each is a search of its own, so that each has its index. */
function findSuspects(
  uow: UnitOfWork,
  { phone, email, birthDate, name }: CustomerDetails,
): Promise<Suspect[]> {
  return uow.rows<Suspect>(
    `select id, branch_id as "branchId", owner_id as "ownerId", reason from (
       select *, 'phone' as reason from crm.customers where agency_id = ? and phone = ?
       union all
       select *, 'email' from crm.customers where agency_id = ? and email_key = lower(?)
       union all
       select *, 'name-and-birth-date' from crm.customers where agency_id = ? and birth_date = ?::date
         and (lower(name->>'zh') = lower(?) or lower(name->>'en') = lower(?))
     ) suspect order by id limit 20`,
    [uow.agencyId, phone, uow.agencyId, email, uow.agencyId, birthDate, name.zh ?? null, name.en ?? null],
  );
}
