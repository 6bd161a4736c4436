import { describe, expect, it } from 'vitest';
import { attemptsAtMost, decideNext } from './decide.ts';

const now = Temporal.Instant.from('2027-05-01T04:00:00Z');
const unreachable = { kind: 'failed', code: 'crm/unavailable', lasting: false } as const;

describe('after an attempt to send a letter', () => {
  it('waits a minute after the first failure and twice as long after each further one', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((number) => {
      const next = decideNext(unreachable, number, now);
      return next.state === 'queued' ? now.until(next.at).total('minutes') : next.state;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });

  it('gives up after the eighth failure and says why', () => {
    expect(decideNext(unreachable, attemptsAtMost, now)).toEqual({
      state: 'failed',
      code: 'crm/unavailable',
    });
  });

  it('gives up at once when no attempt could succeed', () => {
    const refused = { kind: 'failed', code: 'notifications/no-address', lasting: true } as const;
    expect(decideNext(refused, 1, now)).toEqual({ state: 'failed', code: 'notifications/no-address' });
  });

  it('is done when the mail server has taken the letter', () => {
    expect(decideNext({ kind: 'sent', templateVersion: 1, locale: 'zh' }, 3, now)).toEqual({ state: 'sent' });
  });
});
