import { describe, expect, it } from 'vitest';
import { judge, type Answer } from './judge.ts';

const answer = (status: number, code = '', text = '{}'): Answer => ({ status, code, text });

describe('an answer', () => {
  it.each([
    ['that the permission is missing', 'forbidden', answer(403, 'access/forbidden'), 'right'],
    ['to somebody without the permission', 'forbidden', answer(200), 'leak'],
    ['that tells somebody without the permission what is there', 'forbidden', answer(404), 'leak'],
    ['that there is nothing', 'hidden', answer(404, 'request/not-found'), 'right'],
    ['that names no such thing', 'hidden', answer(422, 'booking/no-such-customer'), 'right'],
    ['about the state of what is hidden', 'hidden', answer(409, 'booking/wrong-state'), 'leak'],
    ['with the version of what is hidden', 'hidden', answer(412, 'request/stale-version'), 'leak'],
    ['that was decided upon', 'allowed', answer(409, 'booking/wrong-state'), 'right'],
    ['that keeps somebody from what they may', 'allowed', answer(404, 'request/not-found'), 'refused'],
    ['that asks for a sign-in', 'unauthenticated', answer(401, 'access/unauthenticated'), 'right'],
    ['to nobody', 'unauthenticated', answer(200), 'leak'],
    ['that the call was malformed', 'allowed', answer(400, 'request/invalid'), 'inconclusive'],
    ['that something broke', 'forbidden', answer(500), 'failed'],
  ] as const)('%s, where it should be %s, is judged', (_what, expected, given, verdict) => {
    expect(judge(given, { expected, shown: [] })).toBe(verdict);
  });

  it('that shows what must not be seen is a leak, whatever else it is', () => {
    expect(judge(answer(200), { expected: 'allowed', shown: ['an id'] })).toBe('leak');
  });

  it('about what is hidden must be like one about what does not exist', () => {
    const figures = (amount: string) =>
      answer(200, '', `{"branchId":"${crypto.randomUUID()}","sum":"${amount}"}`);
    expect(judge(figures('0'), { expected: 'hidden', shown: [], unknown: figures('0') })).toBe('right');
    expect(judge(figures('5'), { expected: 'hidden', shown: [], unknown: figures('0') })).toBe('leak');
  });
});
