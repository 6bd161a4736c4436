import { addDays } from '@yitu/kernel';
import { describe, expect, it } from 'vitest';
import { datesFrom, releaseMoment, stateOf, type Units } from './release-day.ts';

describe('the release day', () => {
  it.each([
    ['counts natural days back', '2026-07-31', 7, 'Asia/Shanghai', '2026-07-23T16:00:00Z'],
    ['is the date itself where there are none', '2026-07-31', 0, 'Asia/Shanghai', '2026-07-30T16:00:00Z'],
    ['crosses the leap day', '2028-03-01', 1, 'UTC', '2028-02-29T00:00:00Z'],
    ['finds no leap day in other years', '2027-03-01', 1, 'UTC', '2027-02-28T00:00:00Z'],
    ['lies before a leap day', '2028-02-29', 365, 'UTC', '2027-03-01T00:00:00Z'],
    ['crosses the ends of months', '2026-05-31', 31, 'UTC', '2026-04-30T00:00:00Z'],
    ['crosses the end of a year', '2027-01-01', 1, 'UTC', '2026-12-31T00:00:00Z'],
    ['is a day there: west of here', '2026-07-31', 1, 'America/New_York', '2026-07-30T04:00:00Z'],
    ['is a day there: in winter', '2026-12-31', 1, 'America/New_York', '2026-12-30T05:00:00Z'],
    ['begins late where midnight is skipped', '2026-04-25', 1, 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['begins with the first midnight of two', '2026-11-01', 0, 'America/Havana', '2026-11-01T04:00:00Z'],
  ])('%s', (_what, date, days, zone, moment) => {
    expect(releaseMoment(date, days, zone).toString()).toBe(moment);
  });

  it('moves on with its date, whatever the month', () => {
    const dates = datesFrom('2028-01-15', '2028-12-31');
    const moments = dates.map((date) => releaseMoment(date, 14, 'Europe/Paris').epochMilliseconds);
    expect(moments).toEqual(moments.toSorted((left, right) => left - right));
    expect(new Set(moments)).toHaveLength(dates.length);
  });
});

describe('a range of dates', () => {
  it('has its first and its last', () => {
    expect(datesFrom('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(datesFrom('2026-07-31', '2026-07-31')).toEqual(['2026-07-31']);
  });

  it('is neither reversed nor endless', () => {
    expect(() => datesFrom('2026-08-01', '2026-07-31')).toThrow('booking/dates-reversed');
    expect(datesFrom('2026-01-01', addDays('2026-01-01', 399))).toHaveLength(400);
    expect(() => datesFrom('2026-01-01', addDays('2026-01-01', 400))).toThrow('booking/too-many-dates');
  });
});

describe('a date of an allotment', () => {
  const now = Temporal.Instant.from('2026-07-01T00:00:00Z');
  const units: Units = {
    ...{ date: '2026-07-20', quantity: 10, taken: 4, released: 0, stopped: false },
    ...{ releasesAt: Temporal.Instant.from('2026-07-13T00:00:00Z'), releasedAt: null },
  };
  const dueNow = { ...units, releasesAt: now };
  const gone = { ...dueNow, releasedAt: now, released: 6 };
  it.each([
    ['open', 'open', units],
    ['sold out', 'sold-out', { ...units, taken: 10 }],
    ['stopped', 'stopped', { ...units, stopped: true }],
    ['past, whatever else', 'past', { ...units, date: '2026-06-30', stopped: true }],
    ['released from the very moment, before anything was done', 'released', dueNow],
    ['released', 'released', gone],
    ['sold out where nothing went back', 'sold-out', { ...gone, taken: 10, released: 0 }],
    ['open again when something comes back', 'open', { ...gone, taken: 3 }],
    ['without limit in free sale', 'open', { ...units, quantity: null, taken: 400 }],
    ['over in free sale on the release day', 'released', { ...dueNow, quantity: null }],
  ] as const)('is %s', (_what, state, given) => {
    expect(stateOf(given, now, '2026-07-01')).toBe(state);
  });
});
