import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

const tones: Readonly<Record<string, Tone>> = {
  sent: 'waiting',
  accepted: 'good',
  ordered: 'good',
  revising: 'going',
  open: 'going',
  quoted: 'going',
};

/** The state of a quotation, or of a request for one, in words. */
export function QuotationState({ state, of = state }: { readonly state: string; readonly of?: string }) {
  texts.use();
  return <StateTag tone={tones[of] ?? 'over'}>{texts.word(state)}</StateTag>;
}
