import { command, requestErrors } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Order } from '../orders/order.ts';
import { supplierSideOf } from '../supplier-losses/supplier-loss.ts';
import { cancellationView, CancellationView, OrderCancellation } from './cancellation.ts';
import { tellPenalty } from './cancel.ts';
import { cancellationErrors } from './errors.ts';
import { owedFor } from './owed.ts';
import { followPayment, lowerCredit } from '../credit/use-credit.ts';
import { reverseCommission } from '../commissions/record-commission.ts';
import { claimRefund } from './refund-claim.ts';

interface Decision {
  readonly cancellationId: string;
  readonly decision: 'approved' | 'refused';
  readonly reason: string;
}

/**
 * Somebody else decides on the cost that was proven for a cancellation. Approved, it is owed; refused, the scale alone is, and what was kept back
 * for it becomes due.
 * @throws booking/cost-decided, access/four-eyes
 */
const decideCost = command(
  { permission: 'booking.cancellation-cost.approve' },
  async (uow, { cancellationId, decision, reason }: Decision) => {
    const [known] = await uow.rows<{ orderId: string }>(
      'select order_id as "orderId" from booking.order_cancellations where agency_id = ? and id = ?',
      [uow.agencyId, cancellationId],
    );
    if (!known) throw requestErrors.notFound();
    const order = await uow.lock(Order, known.orderId);
    const cancellation = await uow.lock(OrderCancellation, cancellationId);
    uow.requireOther(...(cancellation.cancelledBy ? [cancellation.cancelledBy] : []));
    if (cancellation.costState !== 'awaiting-approval') throw cancellationErrors.costDecided();
    const { penalties, withheld } = await owedFor(uow, order.id);
    const { penalty, certainPenalty, scope, compensation } = cancellation;
    const more = penalty - certainPenalty;
    Object.assign(cancellation, { costState: decision, costDecidedBy: uow.userId, costDecision: reason });
    const ended = order.state === 'cancelled' || order.state === 'expired';
    const rest = ended ? 0n : order.total;
    if (decision === 'approved')
      tellPenalty(uow, order, { cancellation, penalties: penalties + more, rest, compensation: 0n });
    else cancellation.penalty = certainPenalty;
    const kept = rest + penalties + withheld - (decision === 'approved' ? 0n : more);
    await reverseCommission(uow, order.id, kept);
    const claim = await claimRefund(uow, order, {
      ...{ paid: order.paid, kept, reason: 'cancelled', cancelledBy: cancellation.cancelledBy ?? undefined },
    });
    if (!ended) {
      await uow.em.flush();
      await lowerCredit(uow, order.id, kept);
      await followPayment(uow, order, order.paid);
    }
    const charged = cancellation.penalty;
    const side = scope === 'order' ? await supplierSideOf(uow, order, { charged, compensation }) : null;
    return cancellationView(cancellation, order.version, claim, side);
  },
);

export const decideCostRoute = () =>
  route({
    method: 'POST',
    path: '/v1/cancellations/:cancellationId/cost-decision',
    summary: 'Approve or refuse the cost that somebody else has proven for a cancellation',
    access: 'booking.cancellation-cost.approve',
    params: Type.Object({ cancellationId: Id }),
    body: Type.Object({
      decision: Type.Enum(['approved', 'refused']),
      reason: Type.String({ minLength: 2, maxLength: 1_000 }),
    }),
    result: CancellationView,
    fourEyes: true,
    handle: (call, { params: { cancellationId }, body }) => decideCost(call, { ...body, cancellationId }),
  });
