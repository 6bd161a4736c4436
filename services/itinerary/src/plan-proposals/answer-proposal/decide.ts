import { errors } from '../../errors.ts';
import type { ProposalState } from '../plan-proposal.ts';

interface Proposed {
  readonly state: ProposalState;
  readonly planVersion: number;
}

/**
 * Whether a proposal can be answered: nobody has yet, nothing has taken its place, what was read is what was sent, and it is still what the plan says.
 * @param read version of the plan the customer has read @param current version the plan has now
 * @throws itinerary/proposal-answered, proposal-superseded
 */
export function checkAnswer({ state, planVersion }: Proposed, read: number, current: number): void {
  if (state === 'superseded') throw errors.proposalSuperseded();
  if (state !== 'sent') throw errors.proposalAnswered({ state });
  if (read !== planVersion || current !== planVersion) throw errors.proposalSuperseded();
}
