import { describe, expect, it } from 'vitest';
import { decideAttempt, delayAfter, fromAddress, withoutOne, type Counter } from './decide-attempt.ts';

const start = Temporal.Instant.from('2026-11-02T08:00:00Z');
const at = (seconds: number) => start.add({ milliseconds: Math.round(seconds * 1_000) });

/** The counter after failures in a row, each as soon as it is let through; and when that was. */
function afterFailures(count: number): { counter: Counter | undefined; seconds: number } {
  let counter: Counter | undefined;
  let seconds = 0;
  for (let failure = 0; failure < count; failure++) {
    const next = decideAttempt(counter, fromAddress, at(seconds));
    if (next.refusedForSeconds !== undefined) throw new Error('refused too early');
    counter = next;
    if (next.blockedUntil) seconds = (next.blockedUntil.epochMilliseconds - start.epochMilliseconds) / 1_000;
  }
  return { counter, seconds };
}

describe('an attempt', () => {
  it('is let through while failures are few', () => {
    expect(afterFailures(fromAddress.free).counter?.failures).toBe(fromAddress.free);
  });

  it('waits after the last free one, and says how long', () => {
    const { counter } = afterFailures(fromAddress.free);
    expect(decideAttempt(counter, fromAddress, at(0))).toEqual({ refusedForSeconds: 5 });
    expect(decideAttempt(counter, fromAddress, at(4.2))).toEqual({ refusedForSeconds: 1 });
    expect(decideAttempt(counter, fromAddress, at(5))).toMatchObject({ failures: fromAddress.free + 1 });
  });

  it('is not counted while it is refused: nobody makes the wait longer by knocking', () => {
    const { counter } = afterFailures(fromAddress.free);
    const before = counter?.failures;
    decideAttempt(counter, fromAddress, at(1));
    expect(counter?.failures).toBe(before);
  });

  it('is new again after a time without failures', () => {
    const { counter } = afterFailures(fromAddress.free);
    expect(decideAttempt(counter, fromAddress, at(fromAddress.forgottenAfterSeconds))).toMatchObject({
      failures: 1,
      blockedUntil: null,
    });
  });
});

describe('the wait', () => {
  it('doubles up to its longest', () => {
    const waits = Array.from({ length: 12 }, (_none, index) =>
      delayAfter(fromAddress.free + index, fromAddress),
    );
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900]);
    expect(delayAfter(10_000, fromAddress)).toBe(900);
  });

  it('ends when an attempt of the last free ones turns out right', () => {
    const { counter } = afterFailures(fromAddress.free);
    expect(counter && withoutOne(counter, fromAddress)).toMatchObject({ failures: 7, blockedUntil: null });
  });
});
