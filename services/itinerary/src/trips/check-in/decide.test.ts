import { describe, expect, it } from 'vitest';
import { decideCheckIn } from './decide.ts';

const trip = { departsOn: '2026-07-01', returnsOn: '2026-07-03', timeZone: 'Asia/Shanghai' };
const order = { travellerIds: ['ming', 'hong'] };
const ming = { travellerId: 'ming', documentSeen: true };
/** Midnight in Shanghai is 16:00 of the day before in UTC. */
const at = (instant: string) => Temporal.Instant.from(instant);

describe('checking a traveller in', () => {
  it.each(['2026-06-29T16:00:00Z', '2026-07-03T15:59:59Z'])('is possible at %s', (now) => {
    expect(() => decideCheckIn(trip, order, [], ming, at(now))).not.toThrow();
  });

  it.each(['2026-06-29T15:59:59Z', '2026-07-03T16:00:00Z'])('is refused at %s', (now) => {
    expect(() => decideCheckIn(trip, order, [], ming, at(now))).toThrow('itinerary/check-in-closed');
  });

  const now = at('2026-07-01T02:00:00Z');
  it('needs the document', () => {
    expect(() => decideCheckIn(trip, order, [], { ...ming, documentSeen: false }, now)).toThrow(
      'itinerary/document-not-seen',
    );
  });

  it('needs a confirmed order of this trip', () => {
    expect(() => decideCheckIn(trip, undefined, [], ming, now)).toThrow('itinerary/order-not-confirmed');
  });

  it('needs a traveller of that order', () => {
    expect(() => decideCheckIn(trip, order, [], { ...ming, travellerId: 'li' }, now)).toThrow(
      'itinerary/no-such-traveller',
    );
  });

  it('happens once to each traveller', () => {
    expect(() => decideCheckIn(trip, order, ['hong'], ming, now)).not.toThrow();
    expect(() => decideCheckIn(trip, order, ['hong', 'ming'], ming, now)).toThrow(
      'itinerary/already-checked-in',
    );
  });
});
