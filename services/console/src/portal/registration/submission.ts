import { useRef, useState } from 'react';

/** Sends a form of a page that stands outside of the frame; the same content keeps its idempotency key. */
export function useSubmission<Values extends object>(
  post: (values: Values, key: string) => Promise<unknown>,
) {
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const attempt = useRef<{ readonly content: string; readonly key: string }>(undefined);
  /** @returns whether it was taken */
  const send = async (values: Values): Promise<boolean> => {
    const content = JSON.stringify(values);
    if (attempt.current?.content !== content) attempt.current = { content, key: crypto.randomUUID() };
    setBusy(true);
    setProblem(undefined);
    try {
      await post(values, attempt.current.key);
      return true;
    } catch (refused) {
      attempt.current = undefined;
      setProblem(refused);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, problem, busy };
}
