import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';

/** Counts what finance has paid back. */
export const onRefundPaid = reaction(events.refundPaid, async (uow, { orderId, amount }) => {
  const paid = amount?.amount ?? 0n;
  await uow.rows(
    'update booking.refund_claims set refunded = refunded + ? where agency_id = ? and order_id = ?',
    [paid, uow.agencyId, orderId],
  );
  uow.audit({
    objectType: 'RefundClaim',
    objectId: orderId,
    change: 'update',
    after: { refunded: `+${paid}` },
  });
});
