import type { Expectation } from './expectation.ts';

/** What came back, from whatever door. */
export interface Answer {
  /** HTTP status, also of an rpc's refusal. */
  readonly status: number;
  /** Code of the refusal; empty when there is none. */
  readonly code: string;
  readonly text: string;
}

/**
 * `right`; `leak`: somebody got further than they may; `refused`: somebody was kept from what is theirs; `inconclusive`: the call proves nothing;
 * `failed`: the service broke.
 */
export type Verdict = 'right' | 'leak' | 'refused' | 'inconclusive' | 'failed';

const missing = new Set(['access/forbidden', 'access/not-the-operator', 'access/caller-not-allowed']);

/** A refusal that does not tell whether the thing exists. */
const saysNothing = ({ status, code }: Answer) =>
  status === 404 || code === 'request/out-of-reach' || (status === 422 && /\/no-such-/.test(code));

/** What one answer must be compared by, and with. */
export interface Standard {
  readonly expected: Expectation;
  /** Ids in the answer that the caller must not see. */
  readonly shown: readonly string[];
  /** See Example. */
  readonly unknownAs?: readonly string[] | undefined;
  /** The answer to the same call about things that do not exist: what is hidden must be answered alike. */
  readonly unknown?: Answer | undefined;
}

/** Compares an answer with what it must be. */
export function judge(answer: Answer, { expected, shown, unknownAs = [], unknown }: Standard): Verdict {
  const { status, code } = answer;
  if (shown.length > 0) return 'leak';
  if (status >= 500) return 'failed';
  if ([400, 405, 415, 428, 429].includes(status)) return 'inconclusive';
  if (expected === 'unauthenticated') return status === 401 || missing.has(code) ? 'right' : 'leak';
  if (expected === 'forbidden') return missing.has(code) ? 'right' : furtherThan(status);
  if (status === 401 && code.startsWith('access/')) return 'refused';
  if (expected !== 'hidden')
    return missing.has(code) || (expected === 'allowed' && saysNothing(answer)) ? 'refused' : 'right';
  if (saysNothing(answer) || unknownAs.includes(code) || isAlike(answer, unknown)) return 'right';
  return missing.has(code) ? 'refused' : 'leak';
}

const isAlike = (answer: Answer, unknown: Answer | undefined) =>
  unknown !== undefined && answer.status === unknown.status && bare(answer) === bare(unknown);

/** An answer's text without ids, which differ between calls about different things. */
const bare = ({ text }: Answer) => text.replaceAll(/[0-9a-f-]{36}/g, 'id');

/** Without the permission nobody may learn anything, not even that a thing is not there. */
const furtherThan = (status: number): Verdict => (status === 401 ? 'refused' : 'leak');
