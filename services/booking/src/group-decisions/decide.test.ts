import { describe, expect, it } from 'vitest';
import { decideGroup, decisionMoments } from './decide.ts';

const group = { state: 'open', groupStanding: 'undecided', minimumGroup: 10 } as const;
const ask = { belowMinimum: 'at-risk' } as const;
const cancel = { belowMinimum: 'cancel' } as const;

describe('a group on one of its days', () => {
  it.each([
    ['takes place with its minimum', group, 10, false, cancel, 'guaranteed'],
    ['takes place with its minimum on the last day', group, 10, true, cancel, 'guaranteed'],
    ['is at risk below it', group, 9, false, cancel, 'at-risk'],
    ['stays at risk on the last day where people decide', group, 9, true, ask, 'at-risk'],
    ['is cancelled on the last day where the rule says so', group, 9, true, cancel, 'cancelled'],
    [
      'takes place though it was at risk',
      { ...group, groupStanding: 'at-risk' },
      10,
      true,
      cancel,
      'guaranteed',
    ],
    ['keeps what was promised', { ...group, groupStanding: 'guaranteed' }, 0, true, cancel, 'none'],
    ['stays cancelled', { ...group, state: 'cancelled' }, 10, true, cancel, 'none'],
  ] as const)('%s', (_what, state, confirmed, last, rule, decision) => {
    expect(decideGroup(state, confirmed, last, rule)).toBe(decision);
  });
});

describe('the days of a decision', () => {
  const departure = { departsOn: '2026-07-31', timeZone: 'Asia/Shanghai' };
  const at = (now: string) =>
    decisionMoments(departure, [30, 7], Temporal.Instant.from(now)).map((one) => ({
      ...one,
      at: one.at.toString(),
    }));
  const last = { at: '2026-07-23T16:00:00Z', daysBefore: 7, last: true };

  it('begin where the departure is', () => {
    expect(at('2026-05-01T04:00:00Z')).toEqual([
      { at: '2026-06-30T16:00:00Z', daysBefore: 30, last: false },
      last,
    ]);
  });

  it('are left out once they have begun', () => {
    expect(at('2026-06-30T15:59:59Z')).toHaveLength(2);
    expect(at('2026-06-30T16:00:00Z')).toEqual([last]);
    expect(at('2026-07-30T04:00:00Z')).toEqual([]);
  });
});
