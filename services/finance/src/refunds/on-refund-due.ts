import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { credit, debit } from '../entries/line.ts';
import { post } from '../entries/post-entry.ts';
import type { PaymentMethod } from '../payments/payment.ts';
import { needsApproval } from '../refund-rules/refund-rules.ts';
import { Refund } from './refund.ts';
import { refundable, spreadRefund, type OpenPayment, type Spread } from './spread-refund.ts';

interface Claim {
  readonly refundDueId: string;
  readonly orderId: string;
  readonly dueOn: string;
  readonly cancelledBy: string;
}

/** Whether what goes back waits for somebody's approval: all of it, in whatever parts. */
type Approval = { readonly waits: boolean };

/**
 * Booking says what of an order's money is to go back: it is recorded against the order's payments, so that people can pay it. The order's account
 * is locked first, as for payments and their reversals; a claim that was told twice finds its refunds recorded, and the checks of the tables let
 * nothing give back more than was received.
 */
export const onRefundDue = reaction(events.orderRefundDue, async (uow, { amount, kept, ...claim }) => {
  const account = await lockAccount(uow, claim.orderId);
  if (!account) return; // nothing was ever received for it
  const [recorded] = await uow.find(Refund, { refundDueId: claim.refundDueId });
  if (recorded) return;
  const refund = refundable(account, amount?.amount ?? 0n, kept?.amount ?? 0n);
  if (refund === 0n) return;
  const payments = await lockPayments(uow, claim.orderId);
  const waits = await needsApproval(uow, account.refunded + refund, account.currency);
  for (const part of spreadRefund(refund, payments)) {
    const payment = payments.find(({ paymentId }) => paymentId === part.paymentId);
    if (payment) await record(uow, claim, { ...payment, ...part, ...account, waits });
  }
});

interface Account {
  readonly branchId: string;
  readonly currency: string;
  readonly received: bigint;
  readonly refunded: bigint;
}

async function lockAccount(uow: UnitOfWork, orderId: string): Promise<Account | undefined> {
  const [row] = await uow.rows<{ branchId: string; currency: string; received: string; refunded: string }>(
    `select branch_id as "branchId", currency, received::text, refunded::text from finance.order_accounts
     where agency_id = ? and order_id = ? for update`,
    [uow.agencyId, orderId],
  );
  return row && { ...row, received: BigInt(row.received), refunded: BigInt(row.refunded) };
}

type Payment = OpenPayment & { readonly method: PaymentMethod };

async function lockPayments(uow: UnitOfWork, orderId: string): Promise<Payment[]> {
  const rows = await uow.rows<{ paymentId: string; open: string; method: PaymentMethod }>(
    `select id as "paymentId", (amount - refunded)::text as open, method from finance.payments
     where agency_id = ? and order_id = ? and state = 'received' order by id desc for update`,
    [uow.agencyId, orderId],
  );
  return rows.map((row) => ({ ...row, open: BigInt(row.open) }));
}

/** One payment's part: counted on the payment and the order's account, owed to the customer from now on, waiting to be paid. */
async function record(
  uow: UnitOfWork,
  { refundDueId, orderId, dueOn, cancelledBy }: Claim,
  {
    paymentId,
    amount,
    method,
    branchId,
    currency,
    waits,
  }: Spread & Account & Approval & { method: PaymentMethod },
): Promise<void> {
  const id = newId();
  await uow.rows(
    `with payment as (
       update finance.payments set refunded = refunded + ? where agency_id = ? and id = ? returning order_id
     )
     update finance.order_accounts set refunded = refunded + ? from payment where agency_id = ? and order_accounts.order_id = payment.order_id`,
    [amount, uow.agencyId, paymentId, amount, uow.agencyId],
  );
  const entry = await post(uow, {
    branchId,
    date: await agencyToday(uow),
    text: { zh: '应退客户款', en: 'Refund due to the customer' },
    source: { kind: 'refund', id },
    lines: [debit('customer-advances', amount, currency), credit('other-payables', amount, currency)],
  });
  const refund = uow.add(
    uow.em.create(Refund, {
      ...{
        agencyId: uow.agencyId,
        id,
        refundDueId,
        orderId,
        paymentId,
        branchId,
        amount,
        currency,
        method,
        dueOn,
      },
      ...{
        state: waits ? 'awaiting-approval' : 'due',
        cancelledBy: cancelledBy || null,
        approvedBy: null,
        paidOn: null,
        paidBy: null,
        reference: '',
        entryId: entry.id,
        entryNumber: entry.number,
      },
      ...{ version: 0, createdAt: uow.now },
    }),
  );
  uow.publish(refund, events.refundRecorded, {
    ...{ refundId: id, refundDueId, paymentId, orderId, branchId, dueOn },
    amount: { amount, currency },
  });
}
