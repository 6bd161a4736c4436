import { events } from '@yitu/contracts';
import { localDate, today } from '@yitu/kernel';
import { command, type Call } from '@yitu/persistence';
import { couponsGoToOrder } from '../../coupons/redeem.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { errors } from '../../errors.ts';
import { orderView } from '../../orders/order.ts';
import { checkOnSale, checkTravellers, type Wish } from '../../orders/place-order/decide.ts';
import { announce, offerOf, store } from '../../orders/place-order/handle.ts';
import { rulesInForce } from '../../rules/order-rules.ts';
import { quotationErrors } from '../errors.ts';
import { checkState, checkValid, currentOf } from '../offer-quotation.ts';
import { Quotation } from '../quotation.ts';
import { quotedOrder } from './decide.ts';

interface OrderQuotation {
  readonly quotationId: string;
  readonly version: number;
  readonly travellers: Wish['travellers'];
  readonly note: string;
}

/**
 * Places the order of an accepted quotation, at its price: seats are taken now or not at all. The quotation's lock lets one through, whoever asks at
 * once; the departure's row is locked after it, as everywhere.
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
    const { counts, ...quoted } = quotedOrder(content);
    if (quoted.seats === 0) throw errors.nobodyTravels();
    checkTravellers({ counts, travellers });
    const [offer, { holdMinutes }] = await Promise.all([
      offerOf(uow, departureId),
      rulesInForce(uow),
      categoryOf(uow, call, { customerId, travellerIds: travellers.map(({ travellerId }) => travellerId) }),
    ]);
    checkOnSale(offer, uow.now);
    const placing = { ...quoted, holdExpiresAt: uow.now.add({ minutes: holdMinutes }) };
    const { year } = localDate(today(uow.now, offer.agencyTimeZone));
    const { productId } = offer;
    const wanted = { customerId, departureId, branchId, counts, travellers, note, singleRooms: 0 };
    const stored = await store(
      uow,
      { ...wanted, channel: content.channel, productId, currency: content.currency, year },
      placing,
    );
    announce(uow, stored, placing);
    const orderId = stored.id;
    if (content.coupons.length > 0) await couponsGoToOrder(uow, { quotationId, revision, orderId });
    Object.assign(quotation, { state: 'ordered', orderId });
    uow.publish(quotation, events.quotationOrdered, { quotationId, branchId, customerId, revision, orderId });
    return orderView(stored);
  },
);
