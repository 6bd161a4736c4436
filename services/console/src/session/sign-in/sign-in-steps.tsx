import { lazy, Suspense, useState } from 'react';
import type { SecondStep as Step, SignedIn } from '../sign-in.ts';
import { PasswordStep } from './password-step.tsx';

// Only some people need the further steps.
const SecondStep = lazy(async () => ({ default: (await import('./second-step.tsx')).SecondStep }));
const EnrolmentStep = lazy(async () => ({ default: (await import('./enrolment-step.tsx')).EnrolmentStep }));
const ForgottenStep = lazy(async () => ({ default: (await import('./forgotten-step.tsx')).ForgottenStep }));

/** All steps of signing in, one after the other, as a page and in the dialog of an ended session alike. */
export function SignInSteps({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [step, setStep] = useState<Step | 'password' | 'forgotten'>('password');
  const proceed = (done: SignedIn) => (done.signedIn ? onSignedIn() : setStep(done.secondStep));
  const back = () => setStep('password');
  if (step === 'password') return <PasswordStep onDone={proceed} onForgotten={() => setStep('forgotten')} />;
  return (
    <Suspense fallback={null}>
      {step === 'forgotten' ? (
        <ForgottenStep onBack={back} />
      ) : step.purpose === 'enrolment' ? (
        <EnrolmentStep step={step} onDone={proceed} />
      ) : (
        <SecondStep step={step} onDone={proceed} onBack={back} />
      )}
    </Suspense>
  );
}
