import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import { reverseCommission } from '../commissions/record-commission.ts';
import { followPayment, lowerCredit, owedForParts } from '../credit/use-credit.ts';
import { confirm } from '../orders/confirm.ts';
import { confirmsOrder } from '../orders/count-payments/decide.ts';
import { OrderLine, OrderTraveller, PaymentDue, type Order } from '../orders/order.ts';
import { earliestFirst } from '../payment-dues/standing.ts';
import { giveSeatsBack } from '../waiting-list/give-seats-back.ts';
import type { OrderCancellation } from './cancellation.ts';
import { feeOf, headsOf, isSameLine, type CancelledPart } from './part.ts';
import { reducedDues } from './reduced-dues.ts';

interface Shrinking {
  readonly part: CancelledPart;
  /** Minor units owed for the part for certain: they take the place of its price in what is still to be paid. */
  readonly penalty: bigint;
  /** Minor units of the order that its customer still pays: the rest, and what is owed for parts. */
  readonly kept: bigint;
  readonly cancellation: OrderCancellation;
}

/** Takes a part out of a locked order: its lines, travellers, dues and total are those of the rest, and its seats go back once. */
export async function shrinkOrder(
  uow: UnitOfWork,
  order: Order,
  { part, penalty, kept, cancellation }: Shrinking,
): Promise<void> {
  const { id: orderId, branchId, departureId, currency } = order;
  await shrinkLines(uow, orderId, part);
  await shrinkDues(uow, orderId, part.fee - penalty);
  const travellers = await uow.find(OrderTraveller, { orderId });
  const staying = travellers.filter(({ travellerId }) => !part.travellerIds.includes(travellerId));
  for (const traveller of travellers) if (!staying.includes(traveller)) uow.em.remove(traveller);
  order.total -= part.fee;
  order.seats -= part.seats;
  uow.publish(order, events.orderPartCancelled, {
    ...{ orderId, branchId, departureId, cancellationId: cancellation.id, cause: cancellation.cause },
    cancelled: part.lines.map(({ category, count }) => ({ category, count })),
    ...{ cancelledTravellerIds: [...part.travellerIds], seatsGivenBack: part.seats },
    penalty: { amount: penalty, currency },
    ...{ state: order.state, total: { amount: order.total, currency }, seats: order.seats },
    ...{ heads: headsOf(part.rest), travellerIds: staying.map(({ travellerId }) => travellerId) },
  });
  await uow.em.flush();
  await reverseCommission(uow, orderId, kept);
  await lowerCredit(uow, orderId, order.total + (await owedForParts(uow, orderId)));
  await followPayment(uow, order, order.paid);
  if (part.seats > 0) await giveSeatsBack(uow, departureId, part.seats);
}

async function shrinkLines(uow: UnitOfWork, orderId: string, { rest }: CancelledPart): Promise<void> {
  for (const line of await uow.find(OrderLine, { orderId })) {
    const left = rest.find((one) => isSameLine(one, line));
    if (!left) uow.em.remove(line);
    else if (left.count !== line.count) {
      const { count, discount } = left;
      Object.assign(line, { count, discount, amount: feeOf([left]) });
    }
  }
}

async function shrinkDues(uow: UnitOfWork, orderId: string, by: bigint): Promise<void> {
  const dues = await uow.find(PaymentDue, { orderId });
  const amounts = reducedDues(dues, by);
  for (const due of dues) {
    const amount = amounts.get(due) ?? 0n;
    if (amount === 0n) uow.em.remove(due);
    else due.amount = amount;
  }
}

/** What was paid may cover the first due payment now that it is less: then the seats that are left are the customer's. @param paid minor units that stay */
export async function confirmIfPaid(uow: UnitOfWork, order: Order, paid: bigint): Promise<void> {
  const dues = await uow.find(PaymentDue, { orderId: order.id });
  const first = dues.toSorted(earliestFirst)[0]?.amount ?? 0n;
  if (confirmsOrder(order.state, paid, first)) await confirm(uow, order);
}
