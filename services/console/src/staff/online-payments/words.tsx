import type { OnlinePayment, PaymentCallback } from '../../api/gen/finance.ts';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

const states: Readonly<Record<OnlinePayment['state'], Tone>> = {
  ...{ open: 'waiting', paid: 'good', refused: 'bad', expired: 'over' },
};

export function OnlinePaymentState({ of }: { readonly of: OnlinePayment['state'] }) {
  const t = texts.use();
  return <StateTag tone={states[of]}>{t(of)}</StateTag>;
}

export const outcomes = ['set-aside', 'recorded', 'noted'] as const;
const tones: Readonly<Record<PaymentCallback['outcome'], Tone>> = {
  ...{ recorded: 'good', noted: 'over', 'set-aside': 'bad' },
};

/** What was done with what a provider said, and why not more. */
export function CallbackOutcome({ of: { outcome, reason } }: { readonly of: PaymentCallback }) {
  const t = texts.use();
  return (
    <>
      <StateTag tone={tones[outcome]}>{t(outcome)}</StateTag>
      {reason && texts.word(reason)}
    </>
  );
}
