import { describe, expect, it } from 'vitest';
import { daysIn, rangesOf } from './holiday-rows.ts';

describe('public holidays as they are pasted', () => {
  it('are a day a line, in either language', () => {
    expect(daysIn('2027-01-01 休\n\n2027-01-09,班\r\n2027-02-05\toff\n2027-02-14 Worked ')).toEqual({
      days: [
        { date: '2027-01-01', kind: 'off' },
        { date: '2027-01-09', kind: 'worked' },
        { date: '2027-02-05', kind: 'off' },
        { date: '2027-02-14', kind: 'worked' },
      ],
    });
  });

  it('name the first line that is none', () => {
    expect(daysIn('2027-01-01 休\n1 月 2 日 休')).toEqual({ wrongLine: 2 });
    expect(daysIn('2027-01-01 constructor')).toEqual({ wrongLine: 1 });
  });
});

it('public holidays are shown from the first to the last of those that follow each other', () => {
  const dates = ['2026-02-28', '2026-01-01', '2026-03-01', '2026-01-02', '2026-05-04'];
  expect(rangesOf(dates)).toEqual(['01-01–01-02', '02-28–03-01', '05-04']);
});
