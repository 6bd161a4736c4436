import { describe, expect, it } from 'vitest';
import { resultOf, verdict } from './result.ts';

const hundred = (ms: number) => Array.from({ length: 100 }, (_, index) => (index < 99 ? ms : ms * 10));

describe('what S3 says', () => {
  it('is one line of JSON: how late the effect comes at two rates, and how fast a backlog goes', () => {
    const result = resultOf({ at200: hundred(25), at1000: hundred(100) }, { events: 10_000, seconds: 4 });
    expect(JSON.stringify(result)).toBe(
      '{"id":"S3","p50_ms_at_200":25,"p99_ms_at_200":25,"p50_ms_at_1000":100,"p99_ms_at_1000":100,"backlog":10000,"drained_per_second":2500,"errors":0}',
    );
    expect(verdict(result)).toBe('The promise is kept.');
  });

  it('names each part of the promise that is missed', () => {
    const slow = resultOf({ at200: hundred(26), at1000: hundred(101) }, { events: 2_499, seconds: 1 });
    expect(verdict(slow)).toBe(
      'The promise is missed: p99 at 200/s is 26 ms, promised are 25; p99 at 1,000/s is 101 ms, promised are 100; 2499/s are drained, promised are 2500.',
    );
  });
});
