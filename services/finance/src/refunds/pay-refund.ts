import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { checkNotInFuture, EntryDate } from '../entries/entry-date.ts';
import { credit, debit } from '../entries/line.ts';
import { post } from '../entries/post-entry.ts';
import { accountOf } from '../payments/payment.ts';
import { optionalLine } from '../text.ts';
import { checkPayable } from './decide.ts';
import { Refund, refundView, RefundView } from './refund.ts';

interface PayRefund {
  readonly refundId: string;
  readonly version: number;
  readonly paidOn: string;
  readonly reference: string;
}

/** The money has gone back by the way it came: that is posted and told, once. */
const payRefund = command(
  { permission: 'finance.refund.pay' },
  async (uow, { refundId, version, paidOn, reference }: PayRefund) => {
    const refund = await uow.lock(Refund, refundId, version);
    checkPayable(refund);
    checkNotInFuture(paidOn, await agencyToday(uow), '/body/paidOn');
    const { id, paymentId, orderId, branchId, amount, currency, method } = refund;
    Object.assign(refund, { state: 'paid', paidOn, paidBy: uow.userId, reference });
    await post(uow, {
      ...{ branchId, date: paidOn, source: { kind: 'refund-payment', id } },
      text: { zh: '支付客户退款', en: 'Refund paid to the customer' },
      lines: [debit('other-payables', amount, currency), credit(accountOf[method], amount, currency)],
    });
    uow.publish(refund, events.refundPaid, {
      ...{ refundId, paymentId, orderId, branchId, paidOn },
      amount: { amount, currency },
    });
    return refundView(refund);
  },
);

export const payRefundRoute = () =>
  route({
    method: 'POST',
    path: '/v1/refunds/:refundId/payment',
    summary: 'Record that a refund has been paid back to the customer',
    access: 'finance.refund.pay',
    params: Type.Object({ refundId: Id }),
    body: Type.Object({ paidOn: EntryDate, reference: optionalLine(100) }),
    result: RefundView,
    versioned: true,
    handle: (call, { params, body, version }) => payRefund(call, { ...params, ...body, version }),
  });
