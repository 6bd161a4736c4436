import { events } from '@yitu/contracts';
import { requestErrors, type UnitOfWork } from '@yitu/persistence';
import { checkPaymentReversal } from '../entries/reverse-entry/decide.ts';
import { SettlementShare } from '../group-settlements/group-settlement.ts';
import { Invoice } from '../invoices/invoice.ts';
import { addReceived, OrderAccount } from '../order-accounts/order-account.ts';
import { Payment } from './payment.ts';

/**
 * Takes a payment back that was recorded in error: the order has received so much less.
 * @throws request/not-found beyond the caller's reach, finance/already-reversed, finance/payment-refunded, finance/order-settled, finance/order-invoiced
 */
export async function withdrawPayment(uow: UnitOfWork, paymentId: string): Promise<void> {
  const [known] = await uow.rows<{ orderId: string }>(
    'select order_id as "orderId" from finance.payments where agency_id = ? and id = ?',
    [uow.agencyId, paymentId],
  );
  if (!known) throw requestErrors.notFound();
  const { orderId } = known;
  await uow.lock(OrderAccount, { orderId });
  const payment = await uow.lock(Payment, paymentId);
  const [share] = await uow.find(SettlementShare, { orderId });
  const [invoice] = await uow.find(Invoice, { orderId, state: 'issued' });
  const { state, entryNumber, amount, currency, branchId } = payment;
  checkPaymentReversal({
    state,
    entryNumber,
    refunded: payment.refunded,
    settled: share !== undefined,
    invoiceNumber: invoice?.number,
  });
  payment.state = 'reversed';
  await addReceived(uow, orderId, -amount);
  uow.publish(payment, events.paymentReversed, {
    paymentId,
    orderId,
    branchId,
    amount: { amount, currency },
  });
}
