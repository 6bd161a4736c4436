import { events } from '@yitu/contracts';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import type { Identity } from '../identity.ts';
import { Customer } from './customer.ts';
import { customerView, CustomerView } from './customer-view.ts';

const permission = 'crm.customer.assign';

interface Wish {
  customerId: string;
  ownerId: string;
  version: number;
}

/** Somebody else looks after a customer from now on; the branch stays. */
export function giveTo(uow: UnitOfWork, customer: Customer, ownerId: string): void {
  const { id: customerId, branchId, ownerId: previousOwnerId } = customer;
  customer.ownerId = ownerId;
  uow.publish(customer, events.customerOwnerChanged, { customerId, branchId, ownerId, previousOwnerId });
}

const changeOwner = command({ permission }, async (uow, { customerId, ownerId, version }: Wish) => {
  const customer = await uow.lock(Customer, customerId, version);
  if (customer.ownerId !== ownerId) giveTo(uow, customer, ownerId);
  return customerView(customer);
});

/** @throws crm/no-such-owner for somebody who is not on the staff within the caller's reach */
async function askThenChange(call: Call, { isActiveStaff }: Identity, wish: Wish) {
  if (!(await isActiveStaff(call, wish.ownerId))) throw errors.noSuchOwner();
  return changeOwner(call, wish);
}

export const changeOwnerRoute = (identity: Identity) =>
  route({
    method: 'PUT',
    path: '/v1/customers/:customerId/owner',
    summary: 'Have somebody else look after a customer',
    access: permission,
    params: Type.Object({ customerId: Id }),
    body: Type.Object({ ownerId: Id }),
    result: CustomerView,
    versioned: true,
    handle: (call, { params: { customerId }, body: { ownerId }, version }) =>
      askThenChange(call, identity, { customerId, ownerId, version }),
  });
