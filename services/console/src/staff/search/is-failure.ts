import { Refusal } from '../../api/refusal.ts';

/** A text that is refused (half a phone number) has found nothing; what else goes wrong has found nothing out. */
export const isFailure = (error: unknown): boolean =>
  error !== null && !(error instanceof Refusal && error.status >= 400 && error.status < 500);
