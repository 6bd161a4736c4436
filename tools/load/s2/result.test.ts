import { describe, expect, it } from 'vitest';
import { resultOf, verdict, type Seats } from './result.ts';

const at = (rate: number) => ({ rate, p50Ms: 1_000 / rate, p99Ms: 2_000 / rate, errors: 0 });
const sold = (seats: readonly Seats[]) => ({ seats, refused: 9, errors: 0 });
const measured = { hot: [at(50), at(40)], spread: [at(100), at(80)] };

describe('what S2 says', () => {
  it('is one line of JSON: the hot departure against many, and whether its seats add up', () => {
    const result = resultOf(measured, sold([{ capacity: 100, remaining: 40, held: 60 }]));
    expect(JSON.stringify(result)).toBe(
      '{"id":"S2","rate":45,"spread":90,"ratio":0.5,"p50_ms":22.5,"p99_ms":45,"errors":0,"refused":9,"held":60,"wrong":0}',
    );
    expect(verdict(result)).toBe('The promise is kept.');
  });

  it.each([
    ['sold twice', { capacity: 100, remaining: 40, held: 62 }, 2],
    ['lost', { capacity: 100, remaining: 37, held: 60 }, 3],
  ])('counts seats that are %s', (_what, seats, wrong) => {
    const result = resultOf(measured, sold([{ capacity: 9, remaining: 9, held: 0 }, seats]));
    expect(result.wrong).toBe(wrong);
    expect(verdict(result)).toBe(`The promise is missed: ${wrong} seats are wrong.`);
  });

  it('misses the promise below two fifths', () => {
    const slow = resultOf(
      { hot: [at(39)], spread: [at(100)] },
      sold([{ capacity: 1, remaining: 1, held: 0 }]),
    );
    expect(verdict(slow)).toBe('The promise is missed: the ratio is 0.39, promised are 0.4.');
  });

  it('misses the promise where nobody was told that the seats are gone', () => {
    const result = resultOf(measured, { ...sold([]), refused: 0 });
    expect(verdict(result)).toBe('The promise is missed: nothing was sold out.');
  });
});
