import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

const tones: Readonly<Record<string, Tone>> = {
  preparing: 'waiting',
  travelling: 'going',
  ended: 'over',
  requested: 'waiting',
  confirmed: 'good',
};

/** The state of a sheet, or of a reservation on it. */
export function SheetState({ of }: { readonly of: string }) {
  texts.use();
  return <StateTag tone={tones[of] ?? 'over'}>{texts.word(of)}</StateTag>;
}
