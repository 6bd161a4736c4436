import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { BookedOrder, Bookings } from '../bookings.ts';
import { checkOrder } from '../contracts/generate-contract/decide.ts';
import type { LinkRules } from '../contracts/signing-link.ts';
import { errors } from '../errors.ts';
import { Plan } from '../plans/plan.ts';
import { PlanProposal, planProposalView, PlanProposalView } from './plan-proposal.ts';

const permission = 'itinerary.plan.send';

interface SendPlan {
  readonly planId: string;
  /** Of the plan, as whoever sends it has read it. */
  readonly version: number;
  readonly order: BookedOrder;
  readonly validDays: number;
}

/** Sends a plan to the customer of an order; an earlier proposal that still waits for an answer is superseded. */
const sendPlan = command({ permission }, async (uow, { planId, version, order, validDays }: SendPlan) => {
  const plan = await uow.get(Plan, planId);
  if (plan.version !== version) throw requestErrors.staleVersion({ current: plan.version });
  if (plan.departureId !== order.departureId) throw errors.planOfOtherDeparture();
  const id = newId();
  const { orderId, number: orderNumber, customerId, branchId, departureId } = order;
  await supersedeOpen(uow, orderId, id);
  const linkExpiresAt = uow.now.add({ hours: 24 * validDays });
  const proposal = uow.add(
    uow.em.create(PlanProposal, {
      ...{ agencyId: uow.agencyId, id, planId, planVersion: version, departureId, orderId, orderNumber },
      ...{ customerId, branchId, authorId: uow.userId, title: plan.title, days: plan.days, state: 'sent' },
      ...{ sentAt: uow.now, linkExpiresAt, answeredAt: null, answeredBy: null, comment: null },
      ...{ remoteAddress: null, version: 0 },
    }),
  );
  uow.publish(proposal, events.planProposalSent, {
    ...{ proposalId: id, planId, planVersion: version, orderId, customerId, branchId },
    linkExpiresAt: linkExpiresAt.toString(),
  });
  return planProposalView(proposal);
});

async function supersedeOpen(uow: UnitOfWork, orderId: string, id: string): Promise<void> {
  const [open] = await uow.find(PlanProposal, { orderId, state: 'sent' });
  if (!open) return;
  const earlier = await uow.lock(PlanProposal, open.id);
  if (earlier.state !== 'sent') return;
  earlier.state = 'superseded';
  uow.publish(earlier, events.planProposalSuperseded, {
    ...{ proposalId: earlier.id, orderId, supersedingProposalId: id },
  });
  await uow.em.flush(); // one at a time is open
}

export const sendPlanRoute = (bookings: Bookings, { validDays }: LinkRules) =>
  route({
    method: 'POST',
    path: '/v1/plans/:planId/proposals',
    summary: 'Send a plan to the customer of an order, to be accepted',
    access: permission,
    params: Type.Object({ planId: Id }),
    body: Type.Object({ orderId: Id }),
    result: PlanProposalView,
    status: 201,
    versioned: true,
    handle: async (call, { params: { planId }, body, version }) => {
      const { order } = await bookings.order(call, body.orderId);
      checkOrder(order);
      return sendPlan(call, { planId, version, order, validDays });
    },
  });
