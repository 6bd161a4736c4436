import { events } from '@yitu/contracts';
import { newId, type LocalDate } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { Line } from '../entries/line.ts';
import { post } from '../entries/post-entry.ts';
import { addReceived } from '../order-accounts/order-account.ts';
import { Payment, type PaymentMethod } from './payment.ts';

/** A payment that is to be stored. */
export interface Taken {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly branchId: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly currency: string;
  readonly method: PaymentMethod;
  readonly receivedOn: LocalDate;
  readonly reference: string;
  readonly recordedBy: string;
  /** Whether more than the order costs is meant to be taken. */
  readonly beyond: boolean;
  readonly lines: Line[];
}

/** Posts, counts and stores a payment, and tells of it; the order's account is locked. */
export async function takePayment(uow: UnitOfWork, taken: Taken): Promise<Payment> {
  const { orderNumber, beyond, lines, ...payment } = taken;
  const { orderId, branchId, amount, currency, method, receivedOn } = payment;
  const id = newId();
  await addReceived(uow, orderId, amount, beyond);
  const entry = await post(uow, {
    branchId,
    date: receivedOn,
    text: { zh: `收款 订单 ${orderNumber}`, en: `Payment for order ${orderNumber}` },
    source: { kind: 'payment', id },
    lines,
  });
  const stored = uow.add(
    uow.em.create(Payment, {
      ...{ ...payment, agencyId: uow.agencyId, id, state: 'received', refunded: 0n },
      ...{ entryId: entry.id, entryNumber: entry.number, version: 0, createdAt: uow.now },
    }),
  );
  uow.publish(stored, events.paymentReceived, {
    ...{ paymentId: id, orderId, branchId, method, receivedOn, amount: { amount, currency } },
  });
  return stored;
}
