import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

const tones: Readonly<Record<string, Tone>> = {
  generated: 'waiting',
  sent: 'going',
  signed: 'good',
  superseded: 'over',
  void: 'bad',
};

export function ContractState({ of }: { readonly of: string }) {
  texts.use();
  return <StateTag tone={tones[of] ?? 'over'}>{texts.word(of)}</StateTag>;
}
