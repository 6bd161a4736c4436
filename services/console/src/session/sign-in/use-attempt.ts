import { useState } from 'react';
import type { SignedIn } from '../sign-in.ts';

/** One attempt to sign in after the other, and what came of the last one. */
export function useAttempt(onDone: (done: SignedIn) => void) {
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const attempt = async (step: () => Promise<SignedIn>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      onDone(await step());
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { attempt, problem, busy };
}
