import { newId, type MoneyJson } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { errors } from '../../errors.ts';
import { endOrder } from '../../orders/end-order.ts';
import { Order } from '../../orders/order.ts';
import { cancellationView, OrderCancellation } from '../cancellation.ts';
import { amountText } from '../explain.ts';
import { reckonOrder } from '../reckon-order.ts';
import { claimRefund } from '../refund-claim.ts';

export interface CancelOrder {
  readonly orderId: string;
  readonly version: number;
  readonly reason: string;
  readonly noticeArrivedAt?: string | undefined;
  readonly provenCost?: { readonly amount: MoneyJson; readonly proof: string } | undefined;
  readonly agreedPenalty?: MoneyJson | undefined;
}

/**
 * Cancels an approved order at the customer's wish: its seats go back, what was paid beyond the penalty becomes due. The order's lock decides the
 * race with payments and with the hold's expiry.
 */
export const cancelOrder = command(
  { permission: 'booking.order.cancel' },
  async (uow, input: CancelOrder) => {
    const order = await uow.lock(Order, input.orderId, input.version);
    const { currency, branchId, authorId, total: fee } = order;
    for (const given of [input.provenCost?.amount, input.agreedPenalty])
      if (given && given.currency !== currency) throw errors.currencyDiffers({ currency });
    const { reckoning, view, arrivedAt } = await reckonOrder(uow, order, {
      cause: 'customer',
      arrivedAt:
        input.noticeArrivedAt === undefined ? undefined : Temporal.Instant.from(input.noticeArrivedAt),
      provenCost: input.provenCost && BigInt(input.provenCost.amount.amount),
    });
    const { penalty, compensation } = reckoning;
    if (input.agreedPenalty && BigInt(input.agreedPenalty.amount) !== penalty)
      throw errors.penaltyChanged({ penalty: amountText(penalty, currency) });
    const cancellation = uow.add(
      uow.em.create(OrderCancellation, {
        ...{
          agencyId: uow.agencyId,
          id: newId(),
          orderId: order.id,
          branchId,
          authorId,
          cancelledBy: uow.userId,
        },
        ...{ cause: 'customer', reason: input.reason, proof: input.provenCost?.proof ?? '' },
        ...{ noticeArrivedAt: arrivedAt, policyVersion: view.policyVersion, reckoning: view },
        ...{ currency, fee, penalty, compensation, createdAt: uow.now },
      }),
    );
    await endOrder(uow, order, 'cancelled', { cause: 'customer', penalty });
    const claim = await claimRefund(uow, order, { paid: order.paid, kept: penalty, reason: 'cancelled' });
    return cancellationView(cancellation, order.version, claim);
  },
);
