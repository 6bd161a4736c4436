import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { Customer } from './customer.ts';

/** The first order that is paid makes a regular customer of a prospect, unless somebody has said by hand what they are. */
export const onOrderConfirmed = reaction(events.orderConfirmed, async (uow, { customerId }) => {
  const customer = await uow.lock(Customer, customerId);
  if (customer.category !== 'prospect' || customer.categoryByHand) return;
  customer.category = 'regular';
  const { branchId, category } = customer;
  uow.publish(customer, events.customerChanged, {
    ...{ customerId, branchId, category, changedFields: ['category'] },
  });
});
