import type { QuotationRequest } from '../../api/gen/booking.ts';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

export const requestStates = ['open', 'quoted', 'declined', 'withdrawn'] as const;

const tones: Readonly<Record<string, Tone>> = { open: 'waiting', quoted: 'good', declined: 'bad' };

export function RequestState({ of }: { readonly of: string }) {
  texts.use();
  return <StateTag tone={tones[of] ?? 'over'}>{texts.word(of)}</StateTag>;
}

/** The days between which somebody wants to travel, as far as they said. */
export function datesText({ from, until }: Pick<QuotationRequest, 'from' | 'until'>): string | null {
  if (from && until) return from === until ? from : texts.say('between', { from, until });
  if (from) return texts.say('notBefore', { from });
  return until ? texts.say('notAfter', { until }) : null;
}
