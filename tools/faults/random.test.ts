import { describe, expect, it } from 'vitest';
import { randomOf } from './random.ts';

const some = (seed: number) => {
  const random = randomOf(seed);
  return Array.from({ length: 1_000 }, () => random.between(1, 6));
};

describe('numbers from a seed', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(some(1)).toEqual(some(1));
    expect(some(1)).not.toEqual(some(2));
  });

  it('are spread evenly and keep to their bounds', () => {
    for (const [, list] of Map.groupBy(some(3), (number) => number)) {
      expect(list.length).toBeGreaterThan(100);
      expect(list.length).toBeLessThan(250);
    }
    expect(new Set(some(3))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('of a name depend on the seed and the name alone', () => {
    const [first, second] = [randomOf(5), randomOf(5)];
    second.next();
    expect(first.of('load').next()).toBe(second.of('load').next());
    expect(first.of('load').next()).not.toBe(first.of('schedule').next());
  });

  it('choose by weight, and shuffle without loss', () => {
    const random = randomOf(9);
    const picked = Array.from({ length: 400 }, () => random.weighted([{ weight: 1 }, { weight: 3 }]));
    const heavy = picked.filter(({ weight }) => weight === 3).length;
    expect(heavy).toBeGreaterThan(250);
    expect(heavy).toBeLessThan(350);
    expect(new Set(random.shuffled([1, 2, 3, 4]))).toEqual(new Set([1, 2, 3, 4]));
  });
});
