import { command, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Customers } from '../customers/customers.ts';
import { edit, editFields, type Edit } from '../orders/edit-order.ts';
import { Order, orderView, OrderView } from '../orders/order.ts';
import { asSeenBy } from './as-seen-by.ts';
import { checkSeats } from './own-buyer.ts';
import { ownCustomer } from './own-customer.ts';
import { portalRulesInForce } from './portal-rules.ts';

interface OwnEdit extends Edit {
  readonly orderId: string;
  readonly version: number;
  readonly customers: Customers;
  readonly call: Call;
}

/** A customer changes an order of their own by the same decision as the staff; what they may not order, they may not make of an order either. */
const changeOwn = command(
  { permission: 'booking.own-order.change' },
  async (uow, { customers, call, orderId, version, ...input }: OwnEdit) => {
    const { customerId, category } = await ownCustomer(uow);
    const order = await uow.lock(Order, { id: orderId, customerId }, version);
    const { seatsPerOrder } = await portalRulesInForce(uow);
    checkSeats(
      input.counts.reduce((sum, { count }) => sum + count, 0),
      seatsPerOrder,
    );
    await edit(uow, order, input, async (party) => {
      await customers.requireOwnTravellers(uow, call, party);
      return category;
    });
    return asSeenBy(uow.member, orderView(order));
  },
);

export const changeOwnOrderRoute = (customers: Customers) =>
  route({
    method: 'PUT',
    path: '/v1/own-orders/:orderId',
    summary:
      'Change an order one has placed oneself before its approval: it is priced anew, its hold stays as it is',
    access: 'booking.own-order.change',
    params: Type.Object({ orderId: Id }),
    body: Type.Object(editFields),
    result: OrderView,
    versioned: true,
    handle: (call, { params: { orderId }, body, version }) =>
      changeOwn(call, { ...body, orderId, version, customers, call }),
  });
