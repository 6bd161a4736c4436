import { lazy, Suspense, useState } from 'react';
import type { SecondStep as Step, SignedIn } from '../sign-in.ts';
import { PasswordStep } from './password-step.tsx';

// Only some people need the further steps.
const SecondStep = lazy(async () => ({ default: (await import('./second-step.tsx')).SecondStep }));
const EnrolmentPart = lazy(async () => ({ default: (await import('./enrolment-part.tsx')).EnrolmentPart }));
const ForgottenStep = lazy(async () => ({ default: (await import('./forgotten-step.tsx')).ForgottenStep }));

/** All steps of signing in, one after the other, as a page and in the dialog of an ended session alike. */
export function SignInSteps({
  onSignedIn,
  agency,
}: {
  readonly onSignedIn: () => void;
  /** Asked for where it is left out. */
  readonly agency?: string;
}) {
  const [step, setStep] = useState<Step | 'password' | 'forgotten'>('password');
  const proceed = (done: SignedIn) => (done.signedIn ? onSignedIn() : setStep(done.secondStep));
  const back = () => setStep('password');
  const at = { ...(agency !== undefined && { agency }) };
  if (step === 'password')
    return <PasswordStep {...at} onDone={proceed} onForgotten={() => setStep('forgotten')} />;
  return (
    <Suspense fallback={null}>
      {step === 'forgotten' ? (
        <ForgottenStep {...at} onBack={back} />
      ) : step.purpose === 'enrolment' ? (
        <EnrolmentPart step={step} onDone={proceed} />
      ) : (
        <SecondStep step={step} onDone={proceed} onBack={back} />
      )}
    </Suspense>
  );
}
