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

const standing = ['in-review', 'returned', 'awaiting-payment', 'confirmed'];

/** The state of an order in words; of one that stands though its departure does not take place, that. */
export function OrderState({ state, calledOff }: { readonly state: string; readonly calledOff: boolean }) {
  const t = texts.use();
  if (calledOff && standing.includes(state)) return <StateTag tone="bad">{t('calledOff')}</StateTag>;
  return <StateTag tone={tones[state] ?? 'going'}>{texts.word(state)}</StateTag>;
}
