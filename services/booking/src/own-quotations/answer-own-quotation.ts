import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { Customers } from '../customers/customers.ts';
import { OrderView, orderView, Traveller } from '../orders/order.ts';
import { accept, decline } from '../quotations/offer-quotation.ts';
import { orderQuoted } from '../quotations/order-quotation/handle.ts';
import { Quotation } from '../quotations/quotation.ts';
import { asSeenBy } from '../portal/as-seen-by.ts';
import { ownCustomerId } from '../portal/own-customer.ts';
import { OwnQuotation, ownQuotationView } from './own-quotation.ts';
import { ownQuotation } from './read-own-quotations.ts';

interface Named {
  readonly quotationId: string;
  readonly version: number;
}

/** A quotation of the customer who calls. @throws request/not-found, request/stale-version */
const lockOwn = async (uow: UnitOfWork, { quotationId: id, version }: Named): Promise<Quotation> =>
  uow.lock(Quotation, { id, customerId: await ownCustomerId(uow) }, version);

async function answered(uow: UnitOfWork, { id }: Quotation): Promise<Static<typeof OwnQuotation>> {
  await uow.em.flush();
  return ownQuotationView(await ownQuotation(uow, id));
}

const acceptOwn = command({ permission: 'booking.own-quotation.answer' }, async (uow, named: Named) => {
  const quotation = await lockOwn(uow, named);
  accept(uow, quotation);
  return answered(uow, quotation);
});

const declineOwn = command(
  { permission: 'booking.own-quotation.answer' },
  async (uow, { reason, ...named }: Named & { readonly reason: string }) => {
    const quotation = await lockOwn(uow, named);
    await decline(uow, quotation, reason);
    return answered(uow, quotation);
  },
);

interface Ordering extends Named {
  readonly travellers: Static<typeof Traveller>[];
  readonly note: string;
  readonly customers: Customers;
  readonly call: Call;
}

/**
 * The order of an accepted quotation is the customer's own, so somebody else reviews it. What the portal lets a customer hold at once does not count:
 * these seats and prices the staff has offered.
 */
const orderOwn = command(
  { permission: 'booking.own-order.place' },
  async (uow, { customers, call, travellers, note, ...named }: Ordering) => {
    const quotation = await lockOwn(uow, named);
    const order = await orderQuoted(uow, quotation, { travellers, note }, (party) =>
      customers.requireOwnTravellers(uow, call, party),
    );
    return asSeenBy(uow.member, orderView(order));
  },
);

const params = Type.Object({ quotationId: Id });

export const answerOwnQuotationRoutes = (customers: Customers) => [
  route({
    method: 'POST',
    path: '/v1/own-quotations/:quotationId/acceptance',
    summary: 'Accept a quotation; nothing of it changes any more',
    access: 'booking.own-quotation.answer',
    params,
    result: OwnQuotation,
    versioned: true,
    handle: (call, { params: { quotationId }, version }) => acceptOwn(call, { quotationId, version }),
  }),
  route({
    method: 'POST',
    path: '/v1/own-quotations/:quotationId/declination',
    summary: 'Decline a quotation, with the reason',
    access: 'booking.own-quotation.answer',
    params,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1_000 }) }),
    result: OwnQuotation,
    versioned: true,
    handle: (call, { params: { quotationId }, body: { reason }, version }) =>
      declineOwn(call, { quotationId, version, reason }),
  }),
  route({
    method: 'POST',
    path: '/v1/own-quotations/:quotationId/order',
    summary: 'Order by an accepted quotation, at its price, once',
    access: 'booking.own-order.place',
    params,
    body: Type.Object({
      travellers: Type.Array(Traveller, { maxItems: 500, default: [] }),
      note: Type.String({ maxLength: 2_000, default: '' }),
    }),
    result: OrderView,
    status: 201,
    versioned: true,
    handle: (call, { params: { quotationId }, body, version }) =>
      orderOwn(call, { ...body, quotationId, version, customers, call }),
  }),
];
