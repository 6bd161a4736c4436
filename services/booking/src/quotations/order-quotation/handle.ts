import { events } from '@yitu/contracts';
import { command, type Call } from '@yitu/persistence';
import { couponsGoToOrder } from '../../coupons/redeem.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { orderView } from '../../orders/order.ts';
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
    const { categoryOf, call, quotationId, version, travellers, note } = input;
    const quotation = await uow.lock(Quotation, quotationId, version);
    checkState(quotation, 'accepted');
    checkValid(quotation, uow.now);
    const { customerId, branchId, departureId, revision } = quotation;
    if (!departureId) throw quotationErrors.quotedWithoutDeparture();
    const { content } = await currentOf(uow, quotation);
    const { channel, currency, coupons } = content;
    const wanted = { customerId, departureId, branchId, channel, currency, travellers, note };
    const travellerIds = travellers.map(({ travellerId }) => travellerId);
    const party = categoryOf(uow, call, { customerId, travellerIds });
    const placed = await placeQuoted(uow, { ...wanted, ...quotedOrder(content) }, party);
    const orderId = placed.id;
    if (coupons.length > 0) await couponsGoToOrder(uow, { quotationId, revision, orderId });
    Object.assign(quotation, { state: 'ordered', orderId });
    uow.publish(quotation, events.quotationOrdered, { quotationId, branchId, customerId, revision, orderId });
    return orderView(placed);
  },
);
