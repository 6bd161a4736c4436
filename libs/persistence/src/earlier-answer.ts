import { DomainError } from '@yitu/kernel';

/**
 * A request that was answered before gets that answer, also where it would fail now.
 * @param answeredBefore asks for what its idempotency key was answered
 * @throws the failure when it was not; where nobody can say whether it was, a refusal would be a lie: then that it cannot be said
 */
export async function earlierAnswer(
  answeredBefore: () => Promise<{ response: unknown } | undefined>,
  failure: unknown,
): Promise<unknown> {
  const earlier = await answeredBefore().catch((error: unknown) => {
    // A key used with another request is the better answer too; of two failures the first tells more.
    throw isRefusal(error) || isRefusal(failure) ? error : failure;
  });
  if (!earlier) throw failure;
  return earlier.response;
}

/** Whether an error says for certain that nothing was done. */
const isRefusal = (error: unknown): boolean => error instanceof DomainError && error.status < 500;
