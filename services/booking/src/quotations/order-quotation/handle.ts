import { events } from '@yitu/contracts';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { couponsGoToOrder } from '../../coupons/redeem.ts';
import type { Party } from '../../customers/ask-first.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { orderView, type Order } from '../../orders/order.ts';
import { placeQuoted, type QuotedOrder } from '../../orders/place-quoted.ts';
import { quotationErrors } from '../errors.ts';
import { checkState, checkValid, currentOf } from '../offer-quotation.ts';
import { Quotation } from '../quotation.ts';
import { quotedOrder } from './decide.ts';

interface OrderQuotation extends Pick<QuotedOrder, 'travellers' | 'note'> {
  readonly quotationId: string;
  readonly version: number;
}

/**
 * Places the order of an accepted quotation, at its price. The quotation's lock lets one through, whoever asks at once; the departure's row is locked
 * after it, as everywhere.
 */
export const orderQuotation = (categoryOf: CategoryOf) => (call: Call, input: OrderQuotation) =>
  order(call, { ...input, categoryOf, call });

const order = command(
  { permission: 'booking.order.place' },
  async (uow, input: OrderQuotation & { readonly categoryOf: CategoryOf; readonly call: Call }) => {
    const { categoryOf, call, quotationId, version, ...ordered } = input;
    const quotation = await uow.lock(Quotation, quotationId, version);
    return orderView(await orderQuoted(uow, quotation, ordered, (party) => categoryOf(uow, call, party)));
  },
);

/**
 * The order of a locked quotation, whoever places it.
 * @param checkParty whether customer and travellers may be sold to, asked beside the other questions
 * @throws booking/quotation-state, quotation-over, quoted-without-departure, and what refuses an order
 */
export async function orderQuoted(
  uow: UnitOfWork,
  quotation: Quotation,
  { travellers, note }: Pick<OrderQuotation, 'travellers' | 'note'>,
  checkParty: (party: Party) => Promise<unknown>,
): Promise<Order> {
  checkState(quotation, 'accepted');
  checkValid(quotation, uow.now);
  const { id: quotationId, customerId, branchId, departureId, revision } = quotation;
  if (!departureId) throw quotationErrors.quotedWithoutDeparture();
  const { content } = await currentOf(uow, quotation);
  const { channel, currency, coupons } = content;
  const wanted = { customerId, departureId, branchId, channel, currency, travellers, note, quotationId };
  const travellerIds = travellers.map(({ travellerId }) => travellerId);
  const party = checkParty({ customerId, travellerIds });
  const placed = await placeQuoted(uow, { ...wanted, ...quotedOrder(content) }, party);
  const orderId = placed.id;
  if (coupons.length > 0) await couponsGoToOrder(uow, { quotationId, revision, orderId });
  Object.assign(quotation, { state: 'ordered', orderId });
  uow.publish(quotation, events.quotationOrdered, { quotationId, branchId, customerId, revision, orderId });
  return placed;
}
