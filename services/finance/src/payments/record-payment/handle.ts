import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { moneyFromJson, newId, type MoneyJson } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import { errors } from '../../errors.ts';
import { post, type Posted } from '../../entries/post-entry.ts';
import { addReceived, lockOrderAccount } from '../../order-accounts/order-account.ts';
import type { OrderFacts, Orders } from '../../orders.ts';
import { Payment, paymentView, type PaymentMethod, type PaymentView } from '../payment.ts';
import { decidePayment } from './decide.ts';

export interface RecordPayment {
  readonly orderId: string;
  readonly amount: MoneyJson;
  readonly method: PaymentMethod;
  readonly receivedOn: string;
  readonly reference: string;
  readonly beyondTotal: 'refuse' | 'credit';
}

/** Records a payment: asks booking for the order, then posts, counts and stores in one transaction. */
export const recordPayment =
  (orders: Orders) =>
  async (call: Call, input: RecordPayment): Promise<Static<typeof PaymentView>> =>
    record(call, { ...input, order: await orders.get(call, input.orderId) });

const record = command(
  { permission: 'finance.payment.record' },
  async (uow, { order, beyondTotal, ...input }: RecordPayment & { order: OrderFacts }) => {
    const currentDate = await agencyToday(uow);
    const received = await lockOrderAccount(uow, order);
    await checkKnown(uow, input);
    const amount = moneyFromJson(input.amount);
    const lines = decidePayment(order, received, { ...input, amount, beyondTotal }, currentDate);
    const id = newId();
    await addReceived(uow, order.orderId, amount.amount, beyondTotal === 'credit');
    const entry = await post(uow, {
      branchId: order.branchId,
      date: input.receivedOn,
      text: { zh: `收款 订单 ${order.number}`, en: `Payment for order ${order.number}` },
      source: { kind: 'payment', id },
      lines,
    });
    return paymentView(store(uow, { ...input, id, branchId: order.branchId, ...amount }, entry));
  },
);

/** The order's account is locked: of two tellings of one payment the second sees the first. @throws finance/payment-known */
async function checkKnown(
  uow: UnitOfWork,
  { orderId, method, reference }: Pick<RecordPayment, 'orderId' | 'method' | 'reference'>,
): Promise<void> {
  if (reference === '') return;
  const [known] = await uow.find(Payment, { orderId, method, reference, state: 'received' });
  if (known) throw errors.paymentKnown({ entry: known.entryNumber });
}

function store(
  uow: UnitOfWork,
  payment: Omit<RecordPayment, 'amount' | 'beyondTotal'> & {
    id: string;
    branchId: string;
    amount: bigint;
    currency: string;
  },
  entry: Posted,
): Payment {
  const stored = uow.add(
    uow.em.create(Payment, {
      ...payment,
      agencyId: uow.agencyId,
      recordedBy: uow.userId,
      state: 'received',
      refunded: 0n,
      entryId: entry.id,
      entryNumber: entry.number,
      version: 0,
      createdAt: uow.now,
    }),
  );
  const { id: paymentId, orderId, branchId, amount, currency, method, receivedOn } = stored;
  uow.publish(stored, events.paymentReceived, {
    paymentId,
    orderId,
    branchId,
    method,
    receivedOn,
    amount: { amount, currency },
  });
  return stored;
}
