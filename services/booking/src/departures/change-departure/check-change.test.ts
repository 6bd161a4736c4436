import { describe, expect, it } from 'vitest';
import { checkChange } from './check-change.ts';

const terms = { departsOn: '2026-07-10', returnsOn: '2026-07-12', cutOffDays: 3, minimumGroup: 4 };
const departure = { ...terms, state: 'open', groupStanding: 'undecided', capacity: 10 } as const;
const change = (wish: object, { untouched = true, date = '2026-06-01', of = {} } = {}) =>
  checkChange({ ...departure, ...of }, { ...terms, ...wish }, untouched, date);
const later = { departsOn: '2026-07-20', returnsOn: '2026-07-22' };

describe('a scheduled departure', () => {
  it.each([
    ['another minimum', { minimumGroup: 10 }, {}],
    ['another cut-off', { cutOffDays: 0 }, { untouched: false }],
    ['other dates while nobody counts on them', later, {}],
    ['nothing else, though its cut-off is over', {}, { untouched: false, date: '2026-07-09' }],
    ['something else while it is closed', { minimumGroup: 1 }, { of: { state: 'closed' } }],
  ])('is given %s', (_what, wish, about) => {
    expect(() => change(wish, about)).not.toThrow();
  });

  it.each([
    ['a minimum nobody can reach', { minimumGroup: 11 }, {}, 'minimum-above-capacity'],
    ['a return before it leaves', { returnsOn: '2026-07-09' }, {}, 'return-before-departure'],
    ['other dates once something is sold', later, { untouched: false }, 'departure-dates-fixed'],
    [
      'another return once something is sold',
      { returnsOn: '2026-07-13' },
      { untouched: false },
      'departure-dates-fixed',
    ],
    ['dates that are over', { departsOn: '2026-05-31' }, {}, 'departs-in-the-past'],
    ['a cut-off that is over', { cutOffDays: 60 }, {}, 'cut-off-passed'],
    ['anything once it has left', {}, { date: '2026-07-11' }, 'departed'],
    ['anything once its trip has begun', {}, { of: { tripBeganAt: 'then' } }, 'departed'],
    ['anything once it is cancelled', {}, { of: { state: 'cancelled' } }, 'departure-wrong-state'],
  ])('is not given %s', (_what, wish, about, code) => {
    expect(() => change(wish, about)).toThrow(`booking/${code}`);
  });
});
