import { UserName } from '../../names/names.tsx';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { CustomerLink } from '../links.tsx';
import { texts } from './texts.ts';

const tones: Readonly<Record<string, Tone>> = {
  queued: 'going',
  waiting: 'going',
  sent: 'good',
  failed: 'bad',
  cancelled: 'over',
  'too-late': 'over',
};

/** The state of a letter or of a reminder. */
export function DeliveryState({ of }: { readonly of: string }) {
  texts.use();
  return <StateTag tone={tones[of] ?? 'over'}>{texts.word(of)}</StateTag>;
}

/** Whom a letter is to; those about accounts name nobody here. */
export function Recipient({
  of: { customerId, userId },
}: {
  readonly of: { readonly customerId: string | null; readonly userId: string | null };
}) {
  if (customerId) return <CustomerLink id={customerId} />;
  return userId ? <UserName id={userId} /> : <>—</>;
}
