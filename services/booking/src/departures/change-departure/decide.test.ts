import { describe, expect, it } from 'vitest';
import { checkCancelling, checkClosing, checkNotCancelled, stateReopened } from './decide.ts';

const undecided = { groupStanding: 'undecided', departsOn: '2026-05-10' } as const;

describe('a departure', () => {
  it.each(['open', 'guaranteed'] as const)('is closed while it is %s', (state) => {
    expect(() => checkClosing({ ...undecided, state })).not.toThrow();
  });

  it.each(['closed', 'cancelled'] as const)('is not closed when it is %s', (state) => {
    expect(() => checkClosing({ ...undecided, state })).toThrow('booking/departure-wrong-state');
  });

  it.each([
    ['undecided', 'open'],
    ['at-risk', 'open'],
    ['guaranteed', 'guaranteed'],
  ] as const)('opens again, %s, as %s', (groupStanding, state) => {
    expect(stateReopened({ state: 'closed', groupStanding })).toBe(state);
  });

  it.each(['open', 'guaranteed', 'cancelled'] as const)('is not reopened when it is %s', (state) => {
    expect(() => stateReopened({ ...undecided, state })).toThrow('booking/departure-wrong-state');
  });

  it('changes no more once it is cancelled', () => {
    expect(() => checkNotCancelled({ ...undecided, state: 'cancelled' })).toThrow(
      'booking/departure-wrong-state',
    );
  });

  it('is cancelled until the day before it leaves', () => {
    expect(() => checkCancelling({ ...undecided, state: 'closed' }, '2026-05-09')).not.toThrow();
    expect(() => checkCancelling({ ...undecided, state: 'open' }, '2026-05-10')).toThrow('booking/departed');
  });
});
