import { events } from '@yitu/contracts';
import { agencyToday, drawNumber } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import { command, type Call } from '@yitu/persistence';
import type { Static } from 'typebox';
import { lockOrderAccount } from '../../order-accounts/order-account.ts';
import type { OrderFacts, Orders } from '../../orders.ts';
import { Invoice, invoiceView, type InvoiceView } from '../invoice.ts';
import { checkedTaxNumber, checkInvoicing } from './decide.ts';

export interface IssueInvoice {
  readonly orderId: string;
  readonly title: string;
  readonly taxNumber?: string | undefined;
  readonly kind: 'electronic' | 'paper';
  readonly deliveryEmail?: string | undefined;
}

/** Issues the invoice of an order: asks booking what the order is worth, then numbers and stores it in one transaction. */
export const issueInvoice =
  (orders: Orders) =>
  async (call: Call, input: IssueInvoice): Promise<Static<typeof InvoiceView>> =>
    issue(call, {
      ...input,
      taxNumber: checkedTaxNumber(input.taxNumber),
      order: await orders.get(call, input.orderId),
    });

type Issue = Omit<IssueInvoice, 'taxNumber'> & {
  readonly taxNumber: string | null;
  readonly order: OrderFacts;
};

/** 发票 numbers. */
const series = { series: 'invoice', prefix: 'FP' } as const;

const issue = command(
  { permission: 'finance.invoice.issue' },
  async (uow, { order, deliveryEmail, ...input }: Issue) => {
    const { orderId, branchId, total } = order;
    const issuedOn = await agencyToday(uow);
    const received = await lockOrderAccount(uow, order); // of two invoices at once the second sees the first
    const live = await uow.find(Invoice, { orderId, state: 'issued' });
    checkInvoicing(order, received, live.length > 0);
    const invoice = uow.add(
      uow.em.create(Invoice, {
        ...input,
        agencyId: uow.agencyId,
        id: newId(),
        number: await drawNumber(uow, { ...series, branchId, year: Number(issuedOn.slice(0, 4)) }),
        orderNumber: order.number,
        branchId,
        issuedBy: uow.userId,
        deliveryEmail: deliveryEmail ?? null,
        amount: total.amount,
        currency: total.currency,
        issuedOn,
        state: 'issued',
        version: 0,
        createdAt: uow.now,
      }),
    );
    uow.publish(invoice, events.invoiceIssued, {
      invoiceId: invoice.id,
      number: invoice.number,
      orderId,
      branchId,
      amount: total,
    });
    return invoiceView(invoice);
  },
);
