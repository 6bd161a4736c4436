import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate, today } from './dates.ts';

const dates = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('2000-01-01', days));

describe('local dates', () => {
  it('refuse days that do not exist', () => {
    expect(() => localDate('2025-02-29')).toThrow(RangeError);
    expect(localDate('2024-02-29').day).toBe(29);
  });

  it('change at midnight of their own zone', () => {
    const instant = Temporal.Instant.from('2026-05-08T16:00:00Z');
    expect(today(instant, 'Asia/Shanghai')).toBe('2026-05-09');
    expect(today(instant.subtract({ milliseconds: 1 }), 'Asia/Shanghai')).toBe('2026-05-08');
    expect(today(instant, 'America/New_York')).toBe('2026-05-08');
  });

  it('are those of the zone whatever was asked before, also where a day has 23 or 25 hours or is left out', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'America/Sao_Paulo');
    const around = ['2011-12-30T10:00Z', '2025-03-09T05:00Z', '2025-11-02T05:00Z', '2018-11-04T03:00Z'];
    const instants = fc
      .tuple(fc.constantFrom(...around), fc.integer({ min: -2_880, max: 2_880 }))
      .map(([moment, minutes]) => Temporal.Instant.from(moment).add({ minutes }));
    fc.assert(
      fc.property(fc.array(fc.tuple(instants, zones)), (asked) => {
        for (const [instant, zone] of asked)
          expect(today(instant, zone)).toBe(instant.toZonedDateTimeISO(zone).toPlainDate().toString());
      }),
    );
  });

  it('count natural days, over leap days and backwards too', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2025-02-28', '2025-03-01')).toBe(1);
    fc.assert(
      fc.property(dates, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});
