import { describe, expect, it } from 'vitest';
import { decideRotation } from './decide.ts';

const now = Temporal.Instant.from('2026-11-22T00:00:00Z');
const days = (count: number) => now.add({ hours: 24 * count });
const secret = (id: string, expiresAt: Temporal.Instant | null = null) => ({
  id,
  createdAt: days(-100),
  expiresAt,
});

describe('the secrets of a client that gets another one', () => {
  it('end now when no overlap is asked for, all of them', () => {
    const ends = decideRotation([secret('old', days(3)), secret('current')], undefined, now);
    expect([...ends]).toEqual([
      ['old', now],
      ['current', now],
    ]);
  });

  it('end when the team said it is done, within 30 days', () => {
    expect([...decideRotation([secret('current')], days(30), now)]).toEqual([['current', days(30)]]);
    for (const until of [days(30).add({ seconds: 1 }), now, days(-1)])
      expect(() => decideRotation([secret('current')], until, now)).toThrow('identity/overlap-too-long');
  });

  it('are two at the most', () => {
    const both = [secret('old', days(3)), secret('current')];
    expect(() => decideRotation(both, days(7), now)).toThrow('identity/client-has-two-secrets');
  });

  it('do not count once they have ended', () => {
    const ended = secret('ended', days(-1));
    expect([...decideRotation([ended, secret('current')], days(7), now)]).toEqual([['current', days(7)]]);
  });
});
