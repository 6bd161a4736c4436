import { events } from '@yitu/contracts';
import { moneyTexts, newId, type MoneyJson } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import type { Departure } from '../departures/departure.ts';
import { errors } from '../errors.ts';
import { endOrder } from '../orders/end-order.ts';
import type { Order } from '../orders/order.ts';
import { supplierSideOf } from '../supplier-losses/supplier-loss.ts';
import { cancellationView, OrderCancellation, type CancellationView } from './cancellation.ts';
import { feeOf } from './part.ts';
import { reckonOrder, type Notice, type OrderReckoning } from './reckon-order.ts';
import { claimRefund } from './refund-claim.ts';
import { confirmIfPaid, shrinkOrder } from './shrink-order.ts';

export interface Cancelling extends Notice {
  readonly reason: string;
  readonly proof: string;
  readonly agreedPenalty?: MoneyJson | undefined;
  /** Who cancels; nobody where a rule does. */
  readonly cancelledBy: string | null;
  /** By rule, since the customer of a called-off departure had not chosen in time. */
  readonly unchosen?: boolean | undefined;
}

/**
 * Cancels an order that the caller has locked, or a part of it: seats go back, the penalty is owed, and what was paid beyond it and beyond what is
 * left of the order becomes due. With the last traveller the whole order ends.
 * @throws booking/penalty-changed, and what reckonOrder throws
 */
export async function cancel(
  uow: UnitOfWork,
  order: Order,
  departure: Departure,
  cancelling: Cancelling,
): Promise<Static<typeof CancellationView>> {
  const reckoned = await reckonOrder(uow, order, departure, cancelling);
  const { reckoning, certain, part, owed } = reckoned;
  const { penalty, compensation } = reckoning;
  const { agreedPenalty, cause, unchosen } = cancelling;
  if (agreedPenalty && BigInt(agreedPenalty.amount) !== penalty)
    throw errors.penaltyChanged({ penalty: moneyTexts({ amount: penalty, currency: order.currency }).zh });
  const stored = store(uow, order, cancelling, reckoned);
  const whole = part.rest.length === 0;
  const rest = whole ? 0n : feeOf(part.rest);
  const kept = rest + owed.penalties + owed.withheld + penalty;
  if (whole) await endOrder(uow, order, 'cancelled', { cause, penalty, kept, unchosen });
  else await shrinkOrder(uow, order, { part, penalty: certain, kept, cancellation: stored });
  tellPenalty(uow, order, { cancellation: stored, penalties: owed.penalties + certain, rest, compensation });
  const claim = await claimRefund(uow, order, {
    ...{ paid: order.paid, kept, reason: 'cancelled', cancelledBy: cancelling.cancelledBy ?? undefined },
  });
  if (!whole) await confirmIfPaid(uow, order, order.paid - claim.due);
  const side = whole ? await supplierSideOf(uow, order, { charged: penalty, compensation }) : null;
  return cancellationView(stored, order.version, claim, side);
}

function store(
  uow: UnitOfWork,
  { id: orderId, branchId, authorId, currency }: Order,
  { cause, reason, proof, arrivedAt, cancelledBy }: Cancelling,
  { reckoning, certain, view, part }: OrderReckoning,
): OrderCancellation {
  const { penalty, compensation } = reckoning;
  return uow.add(
    uow.em.create(OrderCancellation, {
      ...{ agencyId: uow.agencyId, id: newId(), orderId, branchId, authorId, cancelledBy },
      ...{
        cause,
        reason,
        proof,
        noticeArrivedAt: arrivedAt,
        scope: part.rest.length === 0 ? 'order' : 'part',
      },
      ...{ policyVersion: view.policyVersion, reckoning: view, currency, penalty, certainPenalty: certain },
      ...{
        costState: penalty > certain ? 'awaiting-approval' : 'none',
        costDecidedBy: null,
        costDecision: null,
      },
      ...{ fee: BigInt(view.fee.amount), compensation, createdAt: uow.now },
    }),
  );
}

interface Told {
  readonly cancellation: OrderCancellation;
  /** Minor units: all that is certain for this order by now. */
  readonly penalties: bigint;
  readonly rest: bigint;
  readonly compensation: bigint;
}

/** Tells what the customer owes for cancelling, all in all, and what the agency owes for this cancellation; where anybody owes anything. */
export function tellPenalty(
  uow: UnitOfWork,
  order: Order,
  { cancellation, penalties, rest, compensation }: Told,
): void {
  if (penalties === 0n && compensation === 0n) return;
  const { id: orderId, branchId, currency } = order;
  const { id: cancellationId, cause, cancelledBy, reckoning } = cancellation;
  uow.publish(order, events.orderPenaltyOwed, {
    ...{ orderId, branchId, cancellationId, cause, compensationDueOn: reckoning.refundDueOn },
    cancelledBy: cancelledBy ?? '',
    penalty: { amount: penalties, currency },
    compensation: { amount: compensation, currency },
    total: { amount: rest, currency },
  });
}
