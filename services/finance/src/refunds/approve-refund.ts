import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { checkAwaiting } from './decide.ts';
import { Refund, refundView, RefundView } from './refund.ts';

interface Approval {
  readonly refundId: string;
  readonly version: number;
}

/** Somebody else than who cancelled lets a large refund be paid. */
const approveRefund = command(
  { permission: 'finance.refund.approve' },
  async (uow, { refundId, version }: Approval) => {
    const refund = await uow.lock(Refund, refundId, version);
    const { orderId, branchId, cancelledBy } = refund;
    uow.requireOther(...(cancelledBy ? [cancelledBy] : []));
    checkAwaiting(refund);
    Object.assign(refund, { state: 'due', approvedBy: uow.userId });
    uow.publish(refund, events.refundApproved, { refundId, orderId, branchId, approvedBy: uow.userId });
    return refundView(refund);
  },
);

export const approveRefundRoute = () =>
  route({
    method: 'POST',
    path: '/v1/refunds/:refundId/approval',
    summary: 'Let a refund above the limit be paid',
    access: 'finance.refund.approve',
    params: Type.Object({ refundId: Id }),
    result: RefundView,
    versioned: true,
    fourEyes: true,
    handle: (call, { params, version }) => approveRefund(call, { ...params, version }),
  });
