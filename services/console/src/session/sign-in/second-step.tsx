import { useState } from 'react';
import { EntryField } from '../../entry/entry-field.tsx';
import { needed } from '../../entry/entry-rules.ts';
import { useEntryForm } from '../../entry/use-entry-form.ts';
import { PlainButton } from '../../patterns/plain-button.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { passkeyProof, takeSecondStep, type SecondStep as Step, type SignedIn } from '../sign-in.ts';
import { texts } from '../texts.ts';
import { useAttempt } from './use-attempt.ts';

/** A code of the authenticator, a recovery code or a passkey. */
export function SecondStep({
  step,
  onDone,
  onBack,
}: {
  readonly step: Step;
  readonly onDone: (done: SignedIn) => void;
  readonly onBack: () => void;
}) {
  const t = texts.use();
  const [recovering, setRecovering] = useState(!step.methods.includes('totp'));
  const { attempt, problem, busy } = useAttempt(onDone);
  const { form, field } = useEntryForm({ code: needed(t('required')) }, ({ code }) => {
    const typed = code.trim();
    void attempt(() => takeSecondStep(step.ticket, recovering ? { recoveryCode: typed } : { code: typed }));
  });
  const withPasskey = async () => takeSecondStep(step.ticket, { passkey: await passkeyProof(step.ticket) });
  return (
    <form {...form}>
      <ProblemAlert problem={problem} />
      <EntryField
        {...field('code')}
        label={recovering ? t('recoveryCode') : t('code')}
        autoFocus
        autoComplete="one-time-code"
        inputMode={recovering ? 'text' : 'numeric'}
      />
      <div className="entry-deeds">
        <PlainButton look="primary" type="submit" busy={busy} wide>
          {t('goOn')}
        </PlainButton>
        {step.methods.includes('passkey') && (
          <PlainButton wide onClick={() => void attempt(withPasskey)}>
            {t('usePasskey')}
          </PlainButton>
        )}
        {step.methods.includes('totp') && step.methods.includes('recovery-code') && (
          <PlainButton look="link" onClick={() => setRecovering(!recovering)}>
            {recovering ? t('useCode') : t('useRecovery')}
          </PlainButton>
        )}
        <PlainButton look="link" onClick={onBack}>
          {t('back')}
        </PlainButton>
      </div>
    </form>
  );
}
