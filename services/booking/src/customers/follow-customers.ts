import { events } from '@yitu/contracts';
import { reaction, type Reaction } from '@yitu/messaging';

const onCustomerRegistered = reaction(
  events.customerRegistered,
  async (uow, { customerId, branchId, ownerId, category, accountId }) => {
    await uow.rows(
      'insert into booking.customers (agency_id, id, branch_id, owner_id, category, account_id) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
      [uow.agencyId, customerId, branchId, ownerId, category, accountId ?? null],
    );
  },
);

const onCustomerChanged = reaction(
  events.customerChanged,
  async (uow, { customerId, branchId, category, accountId }) => {
    await uow.rows(
      'update booking.customers set branch_id = ?, category = ?, account_id = coalesce(?::uuid, account_id) where agency_id = ? and id = ?',
      [branchId, category, accountId ?? null, uow.agencyId, customerId],
    );
  },
);

const onCustomerOwnerChanged = reaction(
  events.customerOwnerChanged,
  async (uow, { customerId, branchId, ownerId }) => {
    await uow.rows(
      'update booking.customers set branch_id = ?, owner_id = ? where agency_id = ? and id = ?',
      [branchId, ownerId, uow.agencyId, customerId],
    );
  },
);

const onTravellerAdded = reaction(events.travellerAdded, async (uow, { travellerId, customerId }) => {
  await uow.rows(
    'insert into booking.travellers (agency_id, id, customer_id) values (?, ?, ?) on conflict do nothing',
    [uow.agencyId, travellerId, customerId],
  );
});

/** Keep at hand what an order must know of its customer. */
export const customerReactions: readonly Reaction[] = [
  onCustomerRegistered,
  onCustomerChanged,
  onCustomerOwnerChanged,
  onTravellerAdded,
];
