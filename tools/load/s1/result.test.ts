import { describe, expect, it } from 'vitest';
import { resultOf, verdict, type Result } from './result.ts';

const at = (rate: number, p50Ms = 1, p99Ms = 2) => ({ rate, p50Ms, p99Ms, errors: 0 });

const result: Result = {
  id: 'S1',
  ...{ rate: 1, floor: 200, ratio: 0.5, bare: 120, of_bare: 1 },
  ...{ p50_ms: 1, p99_ms: 1, bare_p99_ms: 1, errors: 0 },
};

describe('what S1 says', () => {
  it('is one line of JSON with medians of the rounds and times at half the rate', () => {
    const saturated = {
      gateway: [at(301.26), at(290.5)],
      floor: [at(1_000), at(1_100)],
      bare: [at(600), at(584)],
    };
    expect(
      JSON.stringify(resultOf(saturated, { gateway: at(148, 12.345, 44.449), bare: at(148, 6, 21.04) }, 3)),
    ).toBe(
      '{"id":"S1","rate":295.9,"floor":1050,"ratio":0.282,"bare":592,"of_bare":0.5,"p50_ms":12.3,"p99_ms":44.4,"bare_p99_ms":21,"errors":3}',
    );
  });

  it('takes the round in the middle of three', () => {
    const saturated = { gateway: [at(10), at(90), at(50)], floor: [at(100), at(100), at(1)], bare: [at(60)] };
    expect(resultOf(saturated, { gateway: at(25), bare: at(25) }, 0)).toMatchObject({
      rate: 50,
      floor: 100,
      ratio: 0.5,
    });
  });

  it.each([
    [0.5, 50, 'The promise is kept.'],
    [0.499, 50, 'The promise is missed: the ratio is 0.499, promised are 0.5.'],
    [0.5, 50.1, 'The promise is missed: p99 is 50.1 ms, promised are 50 ms.'],
    [
      0.1,
      NaN,
      'The promise is missed: the ratio is 0.1, promised are 0.5; p99 is NaN ms, promised are 50 ms.',
    ],
  ])('of a ratio of %d and a p99 of %d ms is “%s”', (ratio, p99Ms, said) => {
    expect(verdict({ ...result, ratio, p99_ms: p99Ms })).toBe(said);
  });

  it('names what bare programs reach, where that is less than what is promised', () => {
    expect(verdict({ ...result, bare: 82, ratio: 0.3 })).toBe(
      'The promise is missed: the ratio is 0.3, promised are 0.5 (of the bare whole it is 0.41).',
    );
    expect(verdict({ ...result, p99_ms: 90, bare_p99_ms: 55.1 })).toBe(
      'The promise is missed: p99 is 90 ms, promised are 50 ms (of the bare whole it is 55.1 ms).',
    );
  });
});
