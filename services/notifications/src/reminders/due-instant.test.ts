import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueInstant, isTooLate } from './due-instant.ts';

const longAgo = Temporal.Instant.from('2000-01-01T00:00:00Z');
const due = (departsOn: string, timeZone: string, now = longAgo) =>
  dueInstant({ departsOn, timeZone }, now).toString();

describe('the moment of a departure reminder', () => {
  it('is nine in the morning, seven days before, where the trip starts', () => {
    expect(due('2027-05-08', 'Asia/Shanghai')).toBe('2027-05-01T01:00:00Z');
    expect(due('2027-05-08', 'Europe/London')).toBe('2027-05-01T08:00:00Z');
  });

  it('knows leap days', () => {
    expect(due('2028-03-07', 'Asia/Shanghai')).toBe('2028-02-29T01:00:00Z');
    expect(due('2027-03-07', 'Asia/Shanghai')).toBe('2027-02-28T01:00:00Z');
  });

  it('stays at nine when the clocks change in the week between', () => {
    expect(due('2027-03-20', 'America/New_York')).toBe('2027-03-13T14:00:00Z'); // winter time still
    expect(due('2027-03-21', 'America/New_York')).toBe('2027-03-14T13:00:00Z'); // the day of the change
    expect(due('2027-11-07', 'America/New_York')).toBe('2027-10-31T13:00:00Z');
  });

  it('moves on when the zone skipped that day altogether', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(due('2012-01-06', 'Pacific/Apia')).toBe('2011-12-30T19:00:00Z');
  });

  it('is now when the departure is nearer than a week', () => {
    const now = Temporal.Instant.from('2027-05-03T12:34:56Z');
    expect(due('2027-05-08', 'Asia/Shanghai', now)).toBe('2027-05-03T12:34:56Z');
  });

  it('is never before now, and nine o’clock on the day a week before wherever that is later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati'),
        (days, timeZone) => {
          const departsOn = Temporal.PlainDate.from('2026-01-01').add({ days }).toString();
          const now = Temporal.Instant.from('2028-06-01T00:00:00Z');
          const instant = dueInstant({ departsOn, timeZone }, now);
          expect(Temporal.Instant.compare(instant, now)).toBeGreaterThanOrEqual(0);
          const local = instant.toZonedDateTimeISO(timeZone);
          const isNow = instant.equals(now);
          expect(
            isNow || (local.hour === 9 && local.toPlainDate().add({ days: 7 }).toString() === departsOn),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('a reminder', () => {
  it('is too late once the day of departure is over there', () => {
    const departure = { departsOn: '2027-05-08', timeZone: 'Asia/Shanghai' };
    const midnight = Temporal.Instant.from('2027-05-08T16:00:00Z');
    expect(isTooLate(departure, midnight.subtract({ seconds: 1 }))).toBe(false);
    expect(isTooLate(departure, midnight)).toBe(true);
  });
});
