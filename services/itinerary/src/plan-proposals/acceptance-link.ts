import { accessErrors, openLink, signLink, type LinkHolder } from '@yitu/access';
import { itinerary } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import type { LinkRules } from '../contracts/signing-link.ts';
import { errors } from '../errors.ts';
import { PlanProposal } from './plan-proposal.ts';

export const acceptPermission = 'itinerary.plan.accept';

/** The customer's link to one proposal, until the moment stored when it was sent. */
function acceptanceLink(
  { agencyId, id, linkExpiresAt }: PlanProposal,
  { secret, publicUrl }: LinkRules,
): string {
  const expiresAt = Math.floor(linkExpiresAt.epochMilliseconds / 1_000);
  const token = signLink({ agencyId, permission: acceptPermission, objectId: id, expiresAt }, secret);
  return `${publicUrl}/links/plan?token=${token}`;
}

/** Whoever holds a link to a proposal. @throws access/invalid-link also for a link to something else, access/expired-link */
export function holderOfProposal(token: string, { secret }: LinkRules, now: Temporal.Instant): LinkHolder {
  const holder = openLink(token, secret, now);
  if (holder.permission !== acceptPermission) throw accessErrors.invalidLink();
  return holder;
}

const openProposal = query({ permission: 'itinerary.plan.send' }, async (uow, proposalId: string) => {
  const proposal = await uow.get(PlanProposal, proposalId);
  if (proposal.state !== 'sent') throw errors.proposalAnswered({ state: proposal.state });
  return proposal;
});

/** The customer's link, for the service that mails it. It is never stored and never in an event. */
export const getAcceptanceLinkRpc = (links: LinkRules) =>
  rpc(itinerary.PlanProposalsServiceService.getAcceptanceLink, async (call, { proposalId }) => ({
    link: acceptanceLink(await openProposal(call, proposalId), links),
  }));
