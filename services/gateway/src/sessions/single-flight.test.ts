import { expect, it } from 'vitest';
import { singleFlight } from './single-flight.ts';

it('runs once for all who ask at the same moment, and again for who asks later', async () => {
  const once = singleFlight<number>();
  let runs = 0;
  const run = async () => ++runs;
  expect(await Promise.all([once('a', run), once('a', run), once('b', run)])).toEqual([1, 1, 2]);
  expect(await once('a', run)).toBe(3);
});

it('gives all of them its failure, and forgets it', async () => {
  const once = singleFlight<string>();
  const fails = () => Promise.reject(new Error('down'));
  const outcomes = await Promise.allSettled([once('a', fails), once('a', fails)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await once('a', async () => 'up')).toBe('up');
});
