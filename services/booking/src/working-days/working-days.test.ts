import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidaysOfChina } from './holidays-of-china.ts';
import { afterWorkingDays, isWorkingDay } from './working-days.ts';

describe('the fifth working day', () => {
  it.each([
    ['an ordinary Monday', '2026-06-01', '2026-06-08'],
    ['a Friday', '2026-06-05', '2026-06-12'],
    [
      'the last working day before the Spring Festival, with weekend days worked before and after',
      '2026-02-13',
      '2026-02-27',
    ],
    ['the day before the National Day week', '2026-09-30', '2026-10-13'],
    ['New Year, past the end of a year', '2025-12-30', '2026-01-07'],
  ])('after %s', (_what, from, date) => {
    expect(afterWorkingDays(from, 5, holidaysOfChina)).toEqual({ date, provisional: false });
  });

  it('is provisional where it leads into a year whose holidays are not announced', () => {
    expect(afterWorkingDays('2026-12-30', 5, holidaysOfChina)).toEqual({
      date: '2027-01-06',
      provisional: true,
    });
  });

  it('follows the holidays of a year once they are entered', () => {
    const calendar = { ...holidaysOfChina, '2027': { off: ['2027-01-01'], worked: ['2027-01-03'] } };
    expect(afterWorkingDays('2026-12-30', 2, calendar)).toEqual({ date: '2027-01-03', provisional: false });
  });

  it('is a working day, with four of them between, whatever the day', () => {
    const day = fc
      .integer({ min: 0, max: 365 * 5 })
      .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
    fc.assert(
      fc.property(day, (from) => {
        const { date } = afterWorkingDays(from.toString(), 5, holidaysOfChina);
        const end = Temporal.PlainDate.from(date);
        const between = Array.from({ length: from.until(end).days }, (_, index) =>
          isWorkingDay(from.add({ days: index + 1 }).toString(), holidaysOfChina),
        );
        expect(between.filter(Boolean)).toHaveLength(5);
        expect(isWorkingDay(date, holidaysOfChina)).toBe(true);
      }),
    );
  });
});

it('names the licence its days come under', () => {
  const text = readFileSync(new URL('LICENSE-holiday-cn.txt', import.meta.url), 'utf8');
  expect(text).toContain('MIT License');
});
