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

/** An empty list about something unknown is as good as "there is none". */
const showsNothing = ({ status, text }: Answer) => status === 200 && !text.includes('"id"');

const hides = (answer: Answer) => saysNothing(answer) || showsNothing(answer);

/**
 * Compares an answer with what it must be.
 * @param shown ids in the answer that the caller must not see
 * @param unknownAs see Example
 */
export function judge(
  expected: Expectation,
  answer: Answer,
  shown: readonly string[],
  unknownAs: readonly string[] = [],
): Verdict {
  const { status, code } = answer;
  if (shown.length > 0) return 'leak';
  if (status >= 500) return 'failed';
  if ([400, 405, 415, 428, 429].includes(status)) return 'inconclusive';
  if (expected === 'unauthenticated') return status === 401 || missing.has(code) ? 'right' : 'leak';
  if (expected === 'forbidden') return missing.has(code) ? 'right' : furtherThan(status);
  if (status === 401 && code.startsWith('access/') && code !== 'access/invalid-link') return 'refused';
  if (expected === 'hidden')
    return hides(answer) || unknownAs.includes(code) ? 'right' : missing.has(code) ? 'refused' : 'leak';
  return missing.has(code) || (expected === 'allowed' && saysNothing(answer)) ? 'refused' : 'right';
}

/** Without the permission nobody may learn anything, not even that a thing is not there. */
const furtherThan = (status: number): Verdict => (status === 401 ? 'refused' : 'leak');
