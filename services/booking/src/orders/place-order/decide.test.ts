import { describe, expect, it } from 'vitest';
import { decidePlacing, type Offer, type Wish } from './decide.ts';

const noon = Temporal.Instant.from('2026-05-01T04:00:00Z'); // 12:00 in Shanghai
const offer: Offer = {
  departsOn: '2026-05-10',
  timeZone: 'Asia/Shanghai',
  cutOffDays: 2,
  state: 'open',
  currency: 'CNY',
  prices: [
    { travellerCategory: 'adult', customerCategory: '*', channel: '*', amount: 100_000n },
    { travellerCategory: 'adult', customerCategory: 'key', channel: '*', amount: 90_000n },
    { travellerCategory: 'infant', customerCategory: '*', channel: '*', amount: 10_000n },
    { travellerCategory: 'single-supplement', customerCategory: '*', channel: '*', amount: 30_000n },
    { travellerCategory: 'adult', customerCategory: '*', channel: 'agent', amount: 80_000n },
  ],
};
const twoAdults: Wish = {
  counts: [{ category: 'adult', count: 2 }],
  travellers: [],
  customerCategory: 'regular',
  channel: 'counter',
  singleRooms: 0,
};
const decide = (changes: Partial<Offer> = {}, wish: Partial<Wish> = {}, now = noon) =>
  decidePlacing({ ...offer, ...changes }, { ...twoAdults, ...wish }, 30, now);

describe('placing an order', () => {
  it('computes the amount and holds the seats for the agreed time', () => {
    const placing = decide();
    expect(placing).toMatchObject({ seats: 2, total: 200_000n });
    expect(placing.holdExpiresAt.toString()).toBe('2026-05-01T04:30:00Z');
  });

  it('holds no seats beyond the cut-off, whatever the time agreed', () => {
    // The last day for orders ends at midnight where the departure is.
    const closes = Temporal.Instant.from('2026-05-08T16:00:00Z');
    const heldFrom = (minutesBefore: number) =>
      decide({}, {}, closes.subtract({ minutes: minutesBefore })).holdExpiresAt.toString();
    expect(heldFrom(31)).toBe('2026-05-08T15:59:00Z');
    expect(heldFrom(30)).toBe('2026-05-08T16:00:00Z');
    expect(heldFrom(1)).toBe('2026-05-08T16:00:00Z');
    expect(() => heldFrom(0)).toThrow('booking/cut-off-passed');
  });

  it("prefers the price of the customer's own category", () => {
    expect(decide({}, { customerCategory: 'key' }).total).toBe(180_000n);
  });

  it('has the price of the channel it came in by', () => {
    expect(decide({}, { channel: 'agent' }).total).toBe(160_000n);
  });

  it('adds the supplement for a room alone, which takes no seat', () => {
    const placing = decide({}, { singleRooms: 1 });
    expect(placing).toMatchObject({ seats: 2, total: 230_000n });
    expect(placing.lines).toContainEqual({
      ...{ category: 'single-supplement', count: 1 },
      ...{ unitPrice: 30_000n, amount: 30_000n },
    });
  });

  it('refuses more rooms alone than there are adults', () => {
    expect(() => decide({}, { singleRooms: 3 })).toThrow('booking/single-rooms-exceed-adults');
  });

  it('takes no seat for an infant', () => {
    const counts = [
      { category: 'adult', count: 1 },
      { category: 'infant', count: 1 },
    ] as const;
    expect(decide({}, { counts })).toMatchObject({ seats: 1, total: 110_000n });
  });

  it('refuses an order of infants alone', () => {
    expect(() => decide({}, { counts: [{ category: 'infant', count: 1 }] })).toThrow(
      'booking/nobody-travels',
    );
  });

  it('accepts the last day and refuses the day after, by the calendar of the departure', () => {
    const lastMinute = Temporal.Instant.from('2026-05-08T15:59:59Z'); // 23:59:59 of the 8th in Shanghai
    expect(decide({}, {}, lastMinute).seats).toBe(2);
    expect(() => decide({}, {}, lastMinute.add({ seconds: 1 }))).toThrow('booking/cut-off-passed');
  });

  it('refuses a departure that is closed', () => {
    expect(() => decide({ state: 'closed' })).toThrow('booking/departure-not-open');
  });

  it('refuses a category without a price', () => {
    expect(() => decide({}, { counts: [{ category: 'child-with-bed', count: 1 }] })).toThrow(
      'booking/no-price',
    );
  });

  it('refuses more travellers of a category than are ordered', () => {
    const travellers = ['a', 'b', 'c'].map((travellerId) => ({ travellerId, category: 'adult' as const }));
    expect(() => decide({}, { travellers })).toThrow('booking/travellers-exceed-counts');
  });
});
