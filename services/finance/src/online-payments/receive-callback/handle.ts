import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { OrderAccount } from '../../order-accounts/order-account.ts';
import { Payment } from '../../payments/payment.ts';
import { paymentLines } from '../../payments/payment-rules.ts';
import { takePayment } from '../../payments/take-payment.ts';
import type { Callback } from '../../providers/provider.ts';
import { OnlinePayment } from '../online-payment.ts';
import { PaymentCallback } from '../payment-callback.ts';
import { decideCallback, type Decision, type SetAside } from './decide.ts';

export type ReceivedCallback = Callback & { readonly provider: string };

/** Why a message was set aside; null where it was not. */
export interface Reception {
  readonly setAside: SetAside | null;
}

/**
 * Takes a genuine message of a provider. Messages about one transaction come one after the other, whichever pages they name, and so do those about one
 * order, also after what is recorded by hand; what was said before changes nothing and is answered as it was the first time.
 * @throws request/not-found for a payment nobody has started
 */
export const receiveCallback = command(
  { permission: 'finance.payment.record' },
  async (uow, callback: ReceivedCallback): Promise<Reception> => {
    const { onlinePaymentId, provider, transactionId } = callback;
    // A transaction that is not known yet has no row to be locked: its number is, before everything else.
    uow.send(oneAfterTheOther, [uow.agencyId, provider, transactionId]);
    const online = await uow.lock(OnlinePayment, { id: onlinePaymentId, provider });
    const { orderId } = online;
    await uow.lock(OrderAccount, { orderId });
    const known = await uow.find(PaymentCallback, { provider, transactionId });
    const before = known.find((one) => saysTheSame(one, callback));
    if (before) return { setAside: (before.reason ?? null) as SetAside | null }; // written from one
    const [payment] = await uow.find(Payment, {
      ...{ orderId, method: 'online', reference: transactionId, state: 'received' },
    });
    const decision = decideCallback(online, callback, {
      transactionKnown: known.length > 0,
      ...(payment && { payment }),
    });
    note(uow, online, callback, decision);
    if (decision.kind === 'record') await receiveMoney(uow, online, transactionId);
    if (decision.kind === 'by-hand') markPaid(uow, online, decision.paymentId);
    if (decision.kind === 'refuse') refuse(uow, online);
    return { setAside: decision.kind === 'set-aside' ? decision.reason : null };
  },
);

const oneAfterTheOther = `select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'finance.payment_callbacks', ?::text, ?::text, ?::text), 0))`;

const saysTheSame = (one: PaymentCallback, { onlinePaymentId, result, amount }: ReceivedCallback): boolean =>
  one.onlinePaymentId === onlinePaymentId &&
  one.result === result &&
  one.amount === amount.amount &&
  one.currency === amount.currency;

const outcomes = {
  record: 'recorded',
  'by-hand': 'noted',
  refuse: 'noted',
  nothing: 'noted',
  'set-aside': 'set-aside',
} as const;

function note(uow: UnitOfWork, online: OnlinePayment, callback: ReceivedCallback, decision: Decision): void {
  const { onlinePaymentId, provider, transactionId, result, amount } = callback;
  const { branchId, orderId } = online;
  const reason = decision.kind === 'set-aside' ? decision.reason : null;
  uow.add(
    uow.em.create(PaymentCallback, {
      ...{ agencyId: uow.agencyId, id: newId(), onlinePaymentId, branchId, provider, transactionId, result },
      ...{ ...amount, outcome: outcomes[decision.kind], reason, receivedAt: uow.now },
    }),
  );
  if (reason !== null)
    uow.publish(online, events.onlinePaymentCallbackSetAside, { onlinePaymentId, orderId, branchId, reason });
}

/** The money is there, whatever has become of the order since: what is too much booking gives back by the agency's rules. */
async function receiveMoney(uow: UnitOfWork, online: OnlinePayment, reference: string): Promise<void> {
  const { orderId, branchId, orderNumber, startedBy, amount, currency } = online;
  const { id: paymentId } = await takePayment(uow, {
    ...{ orderId, orderNumber, branchId, amount, currency, reference, recordedBy: startedBy },
    ...{ method: 'online', receivedOn: await agencyToday(uow), beyond: true },
    lines: paymentLines('online', { amount, currency }),
  });
  await uow.em.flush(); // the payment is there before it is named
  markPaid(uow, online, paymentId);
}

function markPaid(uow: UnitOfWork, online: OnlinePayment, paymentId: string): void {
  const { id: onlinePaymentId, orderId, branchId, amount, currency } = online;
  Object.assign(online, { state: 'paid', paymentId });
  const paid = { onlinePaymentId, orderId, branchId, paymentId, amount: { amount, currency } };
  uow.publish(online, events.onlinePaymentPaid, paid);
}

function refuse(uow: UnitOfWork, online: OnlinePayment): void {
  const { id: onlinePaymentId, orderId, branchId } = online;
  online.state = 'refused';
  uow.publish(online, events.onlinePaymentRefused, { onlinePaymentId, orderId, branchId });
}
