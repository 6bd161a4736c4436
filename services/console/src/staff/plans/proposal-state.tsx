import type { PlanProposal } from '../../api/gen/itinerary.ts';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

const tones: Readonly<Record<PlanProposal['state'], Tone>> = {
  sent: 'waiting',
  accepted: 'good',
  'changes-wanted': 'bad',
  superseded: 'over',
};

/** What the customer has answered to a plan. */
export function ProposalState({ of }: { readonly of: PlanProposal['state'] }) {
  const t = texts.use();
  return <StateTag tone={tones[of]}>{t(`proposal-${of}`)}</StateTag>;
}
