import { describe, expect, it } from 'vitest';
import type { Departure } from '../../api/gen/booking.ts';
import { bookableFirst, choicesOf } from './bookable.ts';

const from = { amount: '1000', currency: 'CNY', departsOn: '2026-12-01' };

it('stands what cannot be booked last, else as it was found', () => {
  const found = [
    { id: 'a', from: null },
    { id: 'b', from },
    { id: 'c', from: null },
    { id: 'd', from },
  ];
  expect(bookableFirst(found).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
});

describe('departures to choose from', () => {
  const departure = (departsOn: string, cutOffDays: number, state: Departure['state'] = 'open') =>
    ({ departsOn, cutOffDays, state, timeZone: 'Asia/Shanghai' }) as Departure; // what is looked at
  const chosen = (today: string, ...departures: Departure[]) =>
    choicesOf(departures, () => today).map(({ departure: of, tooLate }) => [of.departsOn, tooLate]);

  it('are too late the day after the last on which orders are taken', () => {
    const one = departure('2026-12-10', 7);
    expect(chosen('2026-12-03', one)).toEqual([['2026-12-10', false]]);
    expect(chosen('2026-12-04', one)).toEqual([['2026-12-10', true]]);
  });

  it('begin with the nearest that still takes orders, and leave out what is not on sale', () => {
    const all = [
      departure('2026-12-20', 0),
      departure('2026-12-05', 30),
      departure('2026-12-12', 0, 'guaranteed'),
      departure('2026-12-11', 0, 'closed'),
    ];
    expect(chosen('2026-12-01', ...all)).toEqual([
      ['2026-12-12', false],
      ['2026-12-20', false],
      ['2026-12-05', true],
    ]);
  });
});
