import { agencyToday } from '@yitu/directory';
import { moneyFromJson, type MoneyJson } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import { errors } from '../../errors.ts';
import { lockOrderAccount } from '../../order-accounts/order-account.ts';
import type { OrderFacts, Orders } from '../../orders.ts';
import { Payment, paymentView, type PaymentMethod, type PaymentView } from '../payment.ts';
import { takePayment } from '../take-payment.ts';
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
    const { branchId, number: orderNumber } = order;
    const payment = await takePayment(uow, {
      ...{ ...input, ...amount, branchId, orderNumber, recordedBy: uow.userId, lines },
      beyond: beyondTotal === 'credit',
    });
    return paymentView(payment);
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
