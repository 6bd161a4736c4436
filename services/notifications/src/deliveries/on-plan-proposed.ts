import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { orderOf } from '../orders/known-orders.ts';
import { queueLetter } from './delivery.ts';

/** The customer gets the link to read the plan and answer it. */
export const onPlanProposed = reaction(events.planProposalSent, async (uow, proposal) => {
  const { proposalId, orderId, customerId, linkExpiresAt } = proposal;
  const { branchId } = await orderOf(uow, orderId);
  queueLetter(uow, 'plan-to-accept', { orderId, customerId, branchId }, { proposalId, linkExpiresAt });
});
