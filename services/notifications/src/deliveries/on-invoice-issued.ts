import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { amountOf } from '../amounts.ts';
import { orderOf } from '../orders/known-orders.ts';
import { queueLetter } from './delivery.ts';

/** The customer learns the number of the invoice. */
export const onInvoiceIssued = reaction(events.invoiceIssued, async (uow, invoice) => {
  const { orderId, branchId, number } = invoice;
  const { customerId } = await orderOf(uow, orderId);
  const facts = { invoiceNumber: number, amount: amountOf(invoice.amount) };
  queueLetter(uow, 'invoice-issued', { orderId, customerId, branchId }, facts);
});
