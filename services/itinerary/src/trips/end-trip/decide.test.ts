import { describe, expect, it } from 'vitest';
import { decideEnding } from './decide.ts';

const trip = { state: 'travelling', returnsOn: '2026-07-03', timeZone: 'Asia/Shanghai' };
const at = (instant: string) => Temporal.Instant.from(instant);

describe('ending a trip', () => {
  it('is possible from the first minute of the return date, by the calendar of the departure', () => {
    expect(() => decideEnding(trip, at('2026-07-02T16:00:00Z'))).not.toThrow();
    expect(() => decideEnding(trip, at('2026-07-02T15:59:59Z'))).toThrow('itinerary/trip-not-over');
  });

  it('needs somebody who travelled', () => {
    expect(() => decideEnding({ ...trip, state: 'preparing' }, at('2026-07-09T00:00:00Z'))).toThrow(
      'itinerary/nobody-checked-in',
    );
  });
});
