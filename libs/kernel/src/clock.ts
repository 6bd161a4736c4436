/** Where the present comes from: an argument everywhere, so that tests and drills can move it. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The machine's clock, to the microsecond: what PostgreSQL keeps, so that a time reads the same before and after it was stored. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant().round({ smallestUnit: 'microsecond', roundingMode: 'floor' }),
};

/** A clock that stands still until it is set or moved. @param start ISO 8601 instant */
export function fixedClock(
  start: string,
): Clock & { set(instant: string): void; advance(duration: Temporal.DurationLike): void } {
  let current = Temporal.Instant.from(start);
  return {
    now: () => current,
    set: (instant) => {
      current = Temporal.Instant.from(instant);
    },
    advance: (duration) => {
      current = current.toZonedDateTimeISO('UTC').add(duration).toInstant();
    },
  };
}
