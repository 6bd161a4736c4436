import type { User } from '../../api/gen/identity.ts';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

const tones: Readonly<Record<User['state'], Tone>> = { active: 'good', suspended: 'bad', departed: 'over' };

export function UserState({ state }: { readonly state: User['state'] }) {
  texts.use();
  return <StateTag tone={tones[state]}>{texts.word(state)}</StateTag>;
}
