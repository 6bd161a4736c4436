import { describe, expect, it } from 'vitest';
import { guideDates } from './decide.ts';

const trip = { departsOn: '2026-07-01', returnsOn: '2026-07-05' };

describe("a guide's dates", () => {
  it("are the trip's where nothing else is said", () => {
    expect(guideDates({}, trip)).toEqual({ fromDate: '2026-07-01', toDate: '2026-07-05' });
  });

  it('may begin before the trip and end before it does', () => {
    expect(guideDates({ from: '2026-06-30', to: '2026-07-02' }, trip)).toEqual({
      fromDate: '2026-06-30',
      toDate: '2026-07-02',
    });
  });

  it.each([
    { from: '2026-07-03', to: '2026-07-02' },
    { from: '2026-06-01', to: '2026-06-30' },
    { from: '2026-07-06', to: '2026-07-08' },
  ])('$from to $to are refused', (dates) => {
    expect(() => guideDates(dates, trip)).toThrow('itinerary/guide-dates');
  });
});
