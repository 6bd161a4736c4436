import type { Locale } from '@yitu/kernel';

/** How an attempt to send a letter went. */
export type Outcome =
  | { readonly kind: 'sent'; readonly templateVersion: number; readonly locale: Locale }
  /** `lasting`: the next attempt would fail in the same way. */
  | { readonly kind: 'failed'; readonly code: string; readonly lasting: boolean }
  /** The letter no longer waits to be sent. */
  | { readonly kind: 'nothing' };

export type Next =
  | { readonly state: 'sent' }
  | { readonly state: 'queued'; readonly at: Temporal.Instant }
  | { readonly state: 'failed'; readonly code: string };

/** Attempts before a letter is given up: 1, 2, 4, … minutes apart, two hours in all. */
export const attemptsAtMost = 8;

/**
 * What follows from an attempt.
 * @param number of the attempt, from 1
 */
export function decideNext(
  outcome: Exclude<Outcome, { kind: 'nothing' }>,
  number: number,
  now: Temporal.Instant,
): Next {
  if (outcome.kind === 'sent') return { state: 'sent' };
  const { code, lasting } = outcome;
  if (lasting || number >= attemptsAtMost) return { state: 'failed', code };
  return { state: 'queued', at: now.add({ minutes: 2 ** (number - 1) }) };
}
