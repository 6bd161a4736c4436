import { DomainError } from '@yitu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSeasons, seasonOf, type Season } from './price-list.ts';

const prices: Season['prices'] = [
  { travellerCategory: 'adult', customerCategory: '*', channel: '*', amount: '100' },
];
const season = (from: string, to: string): Season => ({ name: { zh: '旺季', en: 'High' }, from, to, prices });

function refusalOf(work: () => void): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

describe('the seasons of a price list', () => {
  it('may follow each other day by day', () => {
    expect(() =>
      checkSeasons([season('2026-01-01', '2026-04-30'), season('2026-05-01', '2026-05-05')]),
    ).not.toThrow();
  });

  it('share no day', () => {
    const seasons = [season('2026-05-01', '2026-05-05'), season('2026-01-01', '2026-05-01')];
    expect(() => checkSeasons(seasons)).toThrow('booking/seasons-overlap');
  });

  it('end after they began', () => {
    expect(() => checkSeasons([season('2026-05-05', '2026-05-01')])).toThrow('booking/season-reversed');
  });

  it('have a price for every adult in every channel', () => {
    const agents = {
      ...season('2026-05-01', '2026-05-05'),
      prices: prices.map((price) => ({ ...price, channel: 'agent' as const })),
    };
    expect(() => checkSeasons([agents])).toThrow('booking/adult-price-missing');
  });

  it('are refused by the first list in which a day has two', () => {
    const days = fc.integer({ min: 0, max: 60 });
    const on = (day: number) => Temporal.PlainDate.from('2026-01-01').add({ days: day }).toString();
    fc.assert(
      fc.property(fc.array(fc.tuple(days, fc.nat(10)), { minLength: 1, maxLength: 6 }), (spans) => {
        const seasons = spans.map(([from, length]) => season(on(from), on(from + length)));
        const times = Array.from({ length: 75 }, (_none, day) =>
          seasons.filter(({ from, to }) => from <= on(day) && on(day) <= to),
        );
        const refused = times.some((found) => found.length > 1) ? 'booking/seasons-overlap' : 'none';
        expect(refusalOf(() => checkSeasons(seasons))).toBe(refused);
      }),
    );
  });
});

describe('the season of a departure', () => {
  const seasons = [season('2026-05-01', '2026-05-05'), season('2026-10-01', '2026-10-07')];

  it.each(['2026-05-01', '2026-05-03', '2026-05-05'])('has its first and last day in it (%s)', (day) => {
    expect(seasonOf(seasons, day)).toBe(seasons[0]);
  });

  it('is none where the list has none', () => {
    expect(() => seasonOf(seasons, '2026-05-06')).toThrow('booking/no-season');
  });
});
