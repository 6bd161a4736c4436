import { requirePermission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { command, perform, query, type Call, type UnitOfWork } from '@yitu/persistence';
import { acceptPermission } from '../acceptance-link.ts';
import { PlanProposal, proposedView } from '../plan-proposal.ts';
import { checkAnswer } from './decide.ts';

export interface Answer {
  readonly proposalId: string;
  /** Version of the plan that was read. */
  readonly planVersion: number;
  readonly answer: 'accepted' | 'changes-wanted';
  readonly name: string;
  readonly comment: string;
  readonly remoteAddress: string;
}

/** The plan stays as it is meanwhile: whoever revises it comes before or after. */
async function answerIt(uow: UnitOfWork, given: Answer) {
  const { proposalId, planVersion, answer, name, comment, remoteAddress } = given;
  const proposal = await uow.lock(PlanProposal, proposalId);
  const [plan] = await uow.rows<{ version: number }>(
    'select version from itinerary.plans where agency_id = ? and id = ? for share',
    [uow.agencyId, proposal.planId],
  );
  checkAnswer(proposal, planVersion, plan?.version ?? 0);
  Object.assign(proposal, {
    ...{ state: answer, answeredAt: uow.now, answeredBy: name, remoteAddress },
    comment: comment === '' ? null : comment,
  });
  const { planId, orderId, branchId } = proposal;
  const kind = answer === 'accepted' ? events.planProposalAccepted : events.planProposalChangesWanted;
  uow.publish(proposal, kind, { proposalId, planId, planVersion, orderId, branchId });
  return proposedView(proposal);
}

/** By the holder of its link. */
export const answerByLink = command({ permission: acceptPermission }, answerIt);

const own = 'itinerary.own-plan.answer';
const ownProposal = query({ permission: own }, async (uow, id: string) => {
  await uow.get(PlanProposal, id);
});

/** By the customer it was sent to, signed in: row security says that it is theirs, then it is open to be answered. */
export async function answerOwn(call: Call, given: Answer) {
  await ownProposal(call, given.proposalId);
  const { member, reach } = requirePermission(call.principal, own);
  const within = reach === 'own' ? 'agency' : reach;
  return perform(call, { member, reach: within, action: own }, (uow) => answerIt(uow, given));
}
