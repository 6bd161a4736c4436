import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

const tones: Readonly<Record<string, Tone>> = {
  'in-review': 'going',
  returned: 'bad',
  'awaiting-payment': 'waiting',
  confirmed: 'good',
  travelling: 'good',
  completed: 'over',
  settled: 'over',
  cancelled: 'over',
  expired: 'over',
};

/** The state of an order in words. */
export function OrderState({ state }: { readonly state: string }) {
  texts.use();
  return <StateTag tone={tones[state] ?? 'going'}>{texts.word(state)}</StateTag>;
}
