import { describe, expect, it } from 'vitest';
import { resultOf, verdict } from './result.ts';

const at = (rate: number, errors = 0) => ({ rate, p50Ms: 1, p99Ms: 2, errors });

describe('what S7 says', () => {
  it('is one line of JSON: the rate with telemetry and without, by the medians of the rounds', () => {
    const result = resultOf({ with: [at(90), at(10), at(92)], without: [at(100), at(99), at(1_000)] });
    expect(JSON.stringify(result)).toBe('{"id":"S7","with":90,"without":100,"cost":0.1,"errors":0}');
    expect(verdict(result)).toBe('The promise is kept.');
  });

  it('misses the promise above a tenth', () => {
    const result = resultOf({ with: [at(89, 1)], without: [at(100, 2)] });
    expect(result.errors).toBe(3);
    expect(verdict(result)).toBe('The promise is missed: telemetry costs 11.0 %, promised are 10.0 %.');
  });

  it('lets telemetry cost nothing', () => {
    expect(resultOf({ with: [at(110)], without: [at(100)] }).cost).toBe(-0.1);
  });
});
